package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Slow, half-open and flooding connections: each is answered properly and harms nobody else. */
class SlowAndManyTests {

    private static final int PER_ADDRESS = 40;

    private static City city;

    @BeforeAll
    static void start() {
        city =
                new City(
                        "haicap.connections.per-address=" + PER_ADDRESS,
                        "haicap.connections.head-within=700ms",
                        "haicap.limits.body.within=700ms",
                        "haicap.limits.import-body.pause=700ms");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void headersThatTrickleAreCutOff() throws IOException {
        try (var socket = connect()) {
            say(socket, "GET /api/v1/units HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            assertThat(rest(socket))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("request-too-slow", "application/problem+json");
        }
    }

    @Test
    void theTimeForHeadersBeginsAnewWithEachRequestOfAConnection() throws IOException {
        try (var socket = connect()) {
            say(socket, "GET /problems/none HTTP/1.1\r\nHost: x\r\n\r\n");
            var first = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertThat(first).isEqualTo("HTTP/1.1 404");
            say(socket, "GET /api/v1/un");
            assertThat(rest(socket)).contains("HTTP/1.1 408 ");
        }
    }

    @Test
    void aBodyThatDoesNotComeHoldsNoPart() throws IOException {
        var before = city.casework.requests();
        try (var socket = connect()) {
            say(socket, head("/api/v1/crime-reports") + "Content-Length: 100\r\n\r\n{");
            assertThat(rest(socket)).startsWith("HTTP/1.1 408 ").contains("request-too-slow");
        }
        assertThat(city.casework.requests()).isEqualTo(before);
    }

    @Test
    void anImportThatPausesIsCutOff() throws IOException {
        try (var socket = connect()) {
            say(socket, head("/api/v1/imports") + "Content-Length: 100\r\n\r\nid");
            assertThat(rest(socket)).startsWith("HTTP/1.1 408 ").contains("request-too-slow");
        }
    }

    @Test
    void aCallerWhoLeavesInTheMiddleOfABodyIsForgotten() throws IOException {
        var before = city.casework.requests();
        try (var socket = connect()) {
            say(socket, head("/api/v1/crime-reports") + "Content-Length: 100\r\n\r\n{");
        }
        assertThat(units().statusCode()).isEqualTo(200);
        assertThat(city.casework.requests()).isEqualTo(before);
    }

    @Test
    void oneConnectionTooManyIsToldSoAndTheOthersGoOn() throws IOException {
        assertThat(units().statusCode()).isEqualTo(200); // keeps a connection of its own
        var flood = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 2 * PER_ADDRESS; i++) {
                flood.add(connect());
            }
            await().until(() -> flood.stream().anyMatch(SlowAndManyTests::isTold));
            var told = flood.stream().filter(SlowAndManyTests::isTold).findFirst().orElseThrow();
            assertThat(rest(told))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: 5", "too-many-connections");
            assertThat(units().statusCode()).isEqualTo(200);
        } finally {
            for (var socket : flood) {
                socket.close();
            }
        }
        await().untilAsserted(() -> {
            try (var socket = connect()) {
                say(socket, "GET /problems/none HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
                assertThat(rest(socket)).startsWith("HTTP/1.1 404 ");
            }
        });
    }

    @Test
    void aBodyInPiecesArrivesWhole() throws IOException {
        try (var socket = connect()) {
            say(socket, head("/api/v1/crime-reports"));
            say(socket, "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
            say(socket, "3\r\n   \r\n0\r\n\r\n");
            assertThat(rest(socket)).startsWith("HTTP/1.1 200 ").contains("crime-reports 5");
        }
    }

    private static String head(String path) {
        return "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
                .formatted(path, city.issuer.token("chief-00004"));
    }

    private static HttpResponse<String> units() {
        return city.get("/api/v1/units");
    }

    private static Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", city.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static boolean isTold(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
