package haicap.gateway.problems;

import haicap.gateway.passing.Trace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals as problem details in the caller's language. Stateless. */
@Component
public final class Problems {

    /** A problem may repeat what was asked: no browser is to guess that it is a page. */
    static final String NOSNIFF = "X-Content-Type-Options";

    private static final MediaType PROBLEM = MediaType.parseMediaType(Problem.MEDIA_TYPE);

    private final ProblemTexts texts;
    private final JsonMapper json = JsonMapper.shared();

    Problems(Catalogue catalogue) {
        this.texts = new ProblemTexts(catalogue);
    }

    /** Answers with this refusal; the response must not have begun. */
    public Mono<Void> answer(ServerWebExchange exchange, Refusal refusal) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(refusal.status()));
        var headers = response.getHeaders();
        headers.setContentType(PROBLEM);
        headers.setCacheControl("no-store");
        headers.set(NOSNIFF, "nosniff");
        if (refusal.retryAfter() != null) {
            var seconds = Math.max(1, refusal.retryAfter().toSeconds());
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        if (refusal.status() == 408) {
            headers.set(HttpHeaders.CONNECTION, "close");
        }
        var language = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        var body = describe(refusal, ProblemTexts.preferred(language), Trace.of(exchange));
        headers.setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /**
     * An answer with its headers, for a connection on which no request was read; it must be closed
     * after it.
     */
    public byte[] wholeAnswer(Refusal refusal) {
        var body = describe(refusal, ProblemTexts.preferred(null), Trace.begun());
        var status = HttpStatus.valueOf(refusal.status());
        var head = new StringBuilder();
        head.append("HTTP/1.1 %d %s\r\n".formatted(status.value(), status.getReasonPhrase()));
        if (refusal.retryAfter() != null) {
            head.append("Retry-After: %d\r\n".formatted(refusal.retryAfter().toSeconds()));
        }
        head.append("Content-Type: %s\r\n".formatted(Problem.MEDIA_TYPE));
        head.append("%s: nosniff\r\n".formatted(NOSNIFF));
        head.append("Content-Length: %d\r\n".formatted(body.length));
        head.append("Connection: close\r\n\r\n");
        var answer = new ByteArrayOutputStream();
        answer.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    byte[] describe(Refusal refusal, Locale locale, Trace trace) {
        return json.writeValueAsBytes(
                new Problem(
                        "/problems/" + refusal.code(),
                        texts.title(refusal, locale),
                        refusal.status(),
                        texts.detail(refusal, locale),
                        refusal.code(),
                        trace.traceId()));
    }
}
