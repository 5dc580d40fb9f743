package haicap.platform.problems;

import haicap.platform.trace.Trace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes refusals as problem details in the caller's language: Vietnamese unless English is asked
 * for. Stateless; shared by controllers, filters and security.
 */
@Component
public final class Problems {

    private final ProblemTexts texts = new ProblemTexts();
    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** The body for this refusal. */
    public Problem describe(Refusal refusal, Locale locale) {
        var errors = describe(refusal.faults(), locale);
        return new Problem(
                "/problems/" + refusal.code(),
                texts.title(refusal.code(), locale),
                refusal.status(),
                texts.detail(refusal.code(), refusal.args(), locale),
                refusal.code(),
                Trace.current().traceId(),
                errors.isEmpty() ? null : errors);
    }

    /** These faults, told. */
    public List<Problem.Entry> describe(List<Fault> faults, Locale locale) {
        return faults.stream()
                .map(fault ->
                        new Problem.Entry(
                                ProblemTexts.readable(fault.pointer()),
                                fault.code(),
                                texts.detail(fault.code(), fault.args(), locale)))
                .toList();
    }

    /** Answers with this refusal from a place that has no controller: filters, security. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(refusal.status());
        response.setContentType(Problem.MEDIA_TYPE);
        var retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            response.setHeader("Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        response.getOutputStream()
                .write(json.writeValueAsBytes(describe(refusal, language(request))));
    }

    /** The language that the caller reads: English when preferred by weight, else Vietnamese. */
    public static Locale language(HttpServletRequest request) {
        return Languages.preferred(request);
    }
}
