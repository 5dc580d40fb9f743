package haicap.platform.problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What the container refuses before it knows whose request it is (an address that is no UTF-8, say)
 * gets its problem here, in place of the container's own page.
 */
final class BareErrors extends ErrorReportValve {

    private static final int OURS = 500;

    private final Problems problems;

    BareErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setHeader("X-Content-Type-Options", "nosniff");
            problems.write(refusal(status, request), request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal refusal(int status, Request request) {
        return status >= OURS
                ? Refusal.of(status, "internal", Map.of())
                : Refusal.of(
                        status,
                        "http-" + status,
                        Map.of("path", request.getRequestURI(), "method", request.getMethod()));
    }
}
