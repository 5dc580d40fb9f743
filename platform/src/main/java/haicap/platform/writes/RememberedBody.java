package haicap.platform.writes;

import haicap.platform.problems.Problems;
import haicap.platform.problems.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the bytes of a writing request, because the fingerprint is over what was sent and not over
 * what was understood. Refuses bodies above the limit: 1 MiB, imports 32 MiB.
 */
@Component
@Order(0)
class RememberedBody extends OncePerRequestFilter {

    private static final String ATTRIBUTE = RememberedBody.class.getName();
    private static final int LIMIT = 1 << 20;
    private static final int IMPORT_LIMIT = 32 << 20;

    private final Problems problems;

    RememberedBody(Problems problems) {
        this.problems = problems;
    }

    static byte[] of(HttpServletRequest request) {
        return (byte[])
                Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "the body was not kept");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "POST", "PUT", "PATCH" -> false;
            default -> true;
        };
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = request.getRequestURI().endsWith("imports") ? IMPORT_LIMIT : LIMIT;
        var body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            problems.write(
                    Refusal.of(413, "body-too-large", Map.of("limit", limit)), request, response);
            return;
        }
        request.setAttribute(ATTRIBUTE, body);
        chain.doFilter(new Replayed(request, body), response);
    }

    private static final class Replayed extends HttpServletRequestWrapper {

        private final byte[] body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return bytes.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body is already here");
                }
            };
        }
    }
}
