package haicap.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class StreamsTest {

    private static final int BREAKS = 300;
    private static final String QUESTION = "/api/v1/streams-test/question";
    private static final Map<String, String> ANSWER = Map.of("answer", "x".repeat(2_000));

    /** A stream that never ends and a question beside it. */
    @RestController
    static class Doors {

        private final Streams streams;

        Doors(Streams streams) {
            this.streams = streams;
        }

        @GetMapping("/api/v1/streams-test/stream")
        void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
            StreamSource source = atMost -> List.of(new StreamEvent(null, "unit", "y".repeat(500)));
            streams.serve(request, response, source, () -> true);
        }

        @GetMapping(QUESTION)
        Map<String, String> question() {
            return ANSWER;
        }
    }

    private static ConfigurableApplicationContext service;
    private static int port;

    @BeforeAll
    static void start() {
        service =
                TestService.start(
                        TestPostgres.database(), "one", Map.of("haicap.orgcopy.feed", "false"));
        port = ((WebServerApplicationContext) service).getWebServer().getPort();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whoAsksForTheHeadersOnlyGetsThemAndOpensNoStream() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 5; i++) {
                var headers =
                        client.send(
                                HttpRequest.newBuilder(
                                                get("/api/v1/streams-test/stream"),
                                                (name, value) -> true)
                                        .HEAD()
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(headers.statusCode()).isEqualTo(200);
                assertThat(headers.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("text/event-stream");
                assertThat(client.send(get(QUESTION), BodyHandlers.ofString()).body())
                        .contains("answer");
            }
        }
        assertThat(service.getBean(Streams.class).open()).isZero();
    }

    /**
     * When a client breaks off under a write, the container ends the request on another thread and
     * gives its objects to the next one: that one must not get the failure.
     */
    @Test
    void thatBreakOffHarmNoOtherRequest() throws Exception {
        var breaking = new AtomicBoolean(true);
        var answers = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var client = HttpClient.newHttpClient()) {
            var asking =
                    threads.submit(() -> {
                        while (breaking.get()) {
                            var answer = client.send(get(QUESTION), BodyHandlers.ofString());
                            answers.add(answer.statusCode() + " " + answer.body());
                        }
                        return null;
                    });
            for (var i = 0; i < BREAKS; i++) {
                breakOff();
            }
            breaking.set(false);
            asking.get();
        }

        assertThat(answers)
                .isNotEmpty()
                .allSatisfy(answer ->
                        assertThat(answer)
                                .isEqualTo(
                                        "200 {\"answer\":\"%s\"}".formatted(ANSWER.get("answer"))));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> service.getBean(Streams.class).open() == 0);
    }

    /** With a reset, so that the next write fails. */
    private static void breakOff() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request =
                    "GET /api/v1/streams-test/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(token());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(1_000);
            socket.setSoLinger(true, 0);
        }
    }

    private static HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token())
                .build();
    }

    private static String token() {
        return TestTokens.system("wall", "feed.city");
    }
}
