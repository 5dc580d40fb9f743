package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What browsers ask before they let a page ask, and in which form they take what is long. */
class BrowsersTests {

    private static final String LONG = "{\"items\": [" + "\"Ba Đình\", ".repeat(1_000) + "0]}";

    private static City open;
    private static City closed;

    @BeforeAll
    static void start() {
        open = new City("haicap.origins.allowed=https://map.example,https://desk.example");
        closed = new City();
        open.orgStructure.behaves((request, response) ->
                response.header("Content-Type", "application/json")
                        .sendString(Mono.just(LONG))
                        .then());
        open.reporting.behaves((request, response) ->
                response.sse().sendString(Mono.just("data: " + "x".repeat(9_000) + "\n\n")).then());
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
    }

    @Test
    void pagesOfAllowedOriginsMayAskAndReadWhatTheyNeed() {
        var asked = preflight(open, "https://map.example");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(allowed(asked)).isEqualTo("https://map.example");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .containsIgnoringCase("Idempotency-Key");
        var answer =
                open.send(open.signed("/api/v1/units").header("Origin", "https://map.example"));
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("ETag", "Link");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void pagesOfOthersMayNotAndNobodysMayUnlessTold() {
        assertThat(preflight(open, "https://else.example").statusCode()).isEqualTo(403);
        assertThat(allowed(preflight(open, "https://else.example"))).isEmpty();
        assertThat(allowed(preflight(closed, "https://map.example"))).isEmpty();
    }

    @Test
    void longAnswersAreCompressedForWhoAsksAndStreamsForNobody() {
        var plain = open.get("/api/v1/units");
        var packed = open.send(open.signed("/api/v1/units").header("Accept-Encoding", "gzip"));
        var stream =
                open.send(
                        open.signed("/api/v1/feed/city/stream").header("Accept-Encoding", "gzip"));

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length()).isLessThan(LONG.length() / 10);
        assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(stream.body()).startsWith("data: x");
    }

    private static HttpResponse<String> preflight(City city, String origin) {
        return city.send(
                city.request("/api/v1/units")
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "idempotency-key")
                        .method("OPTIONS", BodyPublishers.noBody()));
    }

    private static String allowed(HttpResponse<String> answer) {
        return answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
    }
}
