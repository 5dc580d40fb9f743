package haicap.gateway.problems;

import haicap.gateway.passing.Trace;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals as problem details in the caller's language. Stateless. */
@Component
public final class Problems {

    private static final MediaType PROBLEM = MediaType.parseMediaType(Problem.MEDIA_TYPE);

    private final ProblemTexts texts = new ProblemTexts();
    private final JsonMapper json = JsonMapper.shared();

    /** Answers with this refusal; the response must not have begun. */
    public Mono<Void> answer(ServerWebExchange exchange, Refusal refusal) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(refusal.status()));
        var headers = response.getHeaders();
        headers.setContentType(PROBLEM);
        headers.setCacheControl("no-store");
        if (refusal.retryAfter() != null) {
            var seconds = Math.max(1, refusal.retryAfter().toSeconds());
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        var language = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        var body = describe(refusal, ProblemTexts.preferred(language), Trace.of(exchange));
        headers.setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
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
