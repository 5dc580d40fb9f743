package haicap.gateway.limits;

import haicap.gateway.problems.Refusal;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The body of a request as its headers announce it, and why a body is not passed on. */
final class Bodies {

    private Bodies() {}

    static boolean isThere(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return headers.getContentLength() > 0
                || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    static void requireNoLonger(ServerHttpRequest request, long limit) {
        if (request.getHeaders().getContentLength() > limit) {
            throw tooLarge(limit);
        }
    }

    static Refusal tooLarge(long limit) {
        return Refusal.of(413, "body-too-large", Map.of("limit", limit));
    }

    /** Of what went wrong while it was read. */
    static Refusal refusal(Throwable broken) {
        return switch (broken) {
            case Refusal refusal -> refusal;
            case TimeoutException slow -> Refusal.of(408, "request-too-slow", Map.of());
            default -> Refusal.of(400, "body-incomplete", Map.of());
        };
    }
}
