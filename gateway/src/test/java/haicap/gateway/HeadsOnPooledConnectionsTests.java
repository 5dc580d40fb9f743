package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.http.HttpMethod;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Who asks for a head gets a head, whatever the part goes on doing for it. */
class HeadsOnPooledConnectionsTests {

    private static final String STREAM = "/api/v1/feed/city/stream";

    private static City city;

    @BeforeAll
    static void start() {
        city = new City("haicap.outages.read-limit=1s");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void theNextRequestGetsItsOwnAnswerAndNoStreamStaysOpen() {
        city.reporting.behaves((request, response) ->
                request.method().equals(HttpMethod.HEAD)
                        ? response.sse().sendHeaders().then(Mono.never())
                        : Part.ECHO.apply(request, response));
        for (var path : new String[] {STREAM, "/api/v1/feed/city"}) {
            for (var i = 0; i < 3; i++) {
                var head = city.signed(path).method("HEAD", BodyPublishers.noBody());
                assertThat(city.send(head).statusCode()).isEqualTo(200);

                assertThat(city.get("/api/v1/feed/city").body()).isEqualTo("/api/v1/feed/city 0");
            }
        }
        await().until(() -> city.reporting.openConnections() <= 1);
    }
}
