package haicap.platform.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

class PeersTest {

    private final AtomicInteger tokens = new AtomicInteger();
    private HttpServer issuer;
    private HttpServer first;
    private HttpServer second;

    @BeforeEach
    void listen() throws IOException {
        issuer = server();
        issuer.createContext(
                "/token",
                exchange -> {
                    var token =
                            "{\"access_token\": \"t%d\", \"expires_in\": 3600}"
                                    .formatted(tokens.incrementAndGet());
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, token.length());
                    exchange.getResponseBody().write(token.getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
        first = server();
        second = server();
    }

    @AfterEach
    void close() {
        List.of(issuer, first, second).forEach(server -> server.stop(0));
    }

    @Test
    void anInstanceThatIsDeadIsPassedOver() {
        answers(second, 200, "second");
        first.stop(0);

        assertThat(ask()).isEqualTo("second");
        assertThat(tokens).hasValue(1);
    }

    @Test
    void anInstanceThatFailsIsPassedOver() {
        answers(first, 503, "");
        answers(second, 200, "second");

        assertThat(ask()).isEqualTo("second");
    }

    @Test
    void aRefusalIsAnAnswer() {
        answers(first, 403, "");
        answers(second, 200, "second");

        assertThatThrownBy(this::ask).isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    @Test
    void whenAllFailTheLastFailureIsTold() {
        answers(first, 500, "");
        answers(second, 502, "");

        assertThatThrownBy(this::ask).isInstanceOf(HttpServerErrorException.BadGateway.class);
    }

    @Test
    void aTokenThatIsNoLongerTakenIsAskedForAnewOnce() {
        first.createContext(
                "/question",
                exchange -> {
                    var old =
                            exchange.getRequestHeaders()
                                    .getFirst("Authorization")
                                    .equals("Bearer t1");
                    exchange.sendResponseHeaders(old ? 401 : 200, old ? -1 : 0);
                    exchange.getResponseBody().write("first".getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });

        assertThat(ask()).isEqualTo("first");
        assertThat(tokens).hasValue(2);
    }

    private String ask() {
        var settings =
                new PeerSettings(
                        uri(issuer).resolve("/token"),
                        "service-test",
                        "secret",
                        Map.of("case", List.of(uri(first), uri(second))));
        return new Peers(settings)
                .call(
                        "case",
                        client -> client.get().uri("/question").retrieve().body(String.class));
    }

    private static void answers(HttpServer server, int status, String body) {
        server.createContext(
                "/question",
                exchange -> {
                    exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
                    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
    }

    private static URI uri(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static HttpServer server() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        return server;
    }
}
