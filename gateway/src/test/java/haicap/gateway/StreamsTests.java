package haicap.gateway;

import static haicap.gateway.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Sinks;

class StreamsTests {

    private static final String CITY = "/api/v1/feed/city/stream";

    private City city;
    private Sinks.Many<String> feed;

    @BeforeEach
    void start() {
        city =
                new City(
                        "haicap.outages.read-limit=300ms",
                        "haicap.limits.caller.per-second=1000",
                        "haicap.limits.caller.burst=1000");
        feed = Sinks.many().multicast().directBestEffort();
        city.reporting.behaves((request, response) ->
                response.sse()
                        .sendString(
                                feed.asFlux().startWith(": welcome\n\n"), StandardCharsets.UTF_8)
                        .then());
        city.get("/api/v1/units");
    }

    @AfterEach
    void stop() {
        feed.tryEmitComplete();
        city.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {CITY, "/api/v1/feed/units/00004-20250701/stream"})
    void passesTheFirstByteWithin200Milliseconds(String path) throws IOException {
        try (var warm = city.open(path).body()) {
            warm.read();
        }
        var begun = System.nanoTime();

        try (var stream = city.open(path).body()) {
            assertThat(stream.read()).isEqualTo(':');
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofMillis(200));
        }
    }

    @Test
    void passesEachEventWhenItHappens() throws IOException {
        try (var lines = lines()) {
            assertThat(lines.readLine()).isEqualTo(": welcome");
            lines.readLine();
            for (int seq = 1; seq <= 50; seq++) {
                feed.emitNext("id: 1-" + seq + "\n\n", Sinks.EmitFailureHandler.FAIL_FAST);
                assertThat(lines.readLine()).isEqualTo("id: 1-" + seq);
                lines.readLine();
            }
        }
    }

    private BufferedReader lines() {
        return new BufferedReader(
                new InputStreamReader(city.open(CITY).body(), StandardCharsets.UTF_8));
    }

    @Test
    void outlivesEveryTimeLimitInSilence() throws Exception {
        try (var lines = lines()) {
            lines.readLine();
            lines.readLine();
            var next = CompletableFuture.supplyAsync(() -> read(lines));
            assertThat(next.orTimeout(1, TimeUnit.SECONDS).handle((line, late) -> late).get())
                    .isNotNull();

            feed.emitNext("id: 1-1\n\n", Sinks.EmitFailureHandler.FAIL_FAST);

            await().untilAsserted(() -> assertThat(feed.currentSubscriberCount()).isOne());
        }
    }

    private static String read(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void leavesThePartWhenTheClientLeaves() throws IOException {
        var streams = IntStream.range(0, 20).mapToObj(i -> city.open(CITY).body()).toList();
        await().untilAsserted(() -> assertThat(feed.currentSubscriberCount()).isEqualTo(20));
        assertThat(city.reporting.openConnections()).isEqualTo(20);

        for (var stream : streams) {
            stream.close();
        }

        await().untilAsserted(() -> {
            assertThat(city.reporting.openConnections()).isZero();
            assertThat(feed.currentSubscriberCount()).isZero();
        });
    }

    @Test
    void endsForTheClientWhenThePartEndsIt() throws IOException {
        try (var lines = lines()) {
            lines.readLine();
            await().untilAsserted(() -> assertThat(feed.currentSubscriberCount()).isOne());

            feed.tryEmitComplete();

            assertThat(lines.lines().toList()).isEqualTo(List.of(""));
        }
    }

    @Test
    void breaksForTheClientWhenThePartDies() {
        var lines = lines();
        await().untilAsserted(() -> assertThat(feed.currentSubscriberCount()).isOne());

        city.reporting.dies();

        assertThat(CompletableFuture.supplyAsync(() -> drained(lines)))
                .succeedsWithin(Duration.ofSeconds(2));
        problem(city.get(CITY), 503, "part-unavailable");
    }

    private static boolean drained(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                continue;
            }
        } catch (IOException broken) {
            return true;
        }
        return true;
    }

    @Test
    void allowsAPersonFiveAndAMachineMore() throws IOException {
        var token = city.issuer.officersToken("officer-00004");
        var streams =
                IntStream.range(0, 5)
                        .mapToObj(i -> {
                            var stream = as(token).join();
                            assertThat(stream.statusCode()).isEqualTo(200);
                            return stream.body();
                        })
                        .toList();

        assertThat(as(token).join().statusCode()).isEqualTo(429);
        assertThat(as(city.issuer.token("wall")).join().statusCode()).isEqualTo(200);

        streams.getFirst().close();
        await().until(() -> as(token).join().statusCode() == 200);
    }

    private CompletableFuture<HttpResponse<InputStream>> as(String token) {
        var request = city.request(CITY).header("Authorization", "Bearer " + token);
        return city.client.sendAsync(request.build(), BodyHandlers.ofInputStream());
    }

    @Test
    void passesThePositionFromWhichTheClientResumes() throws IOException {
        var request = city.signed(CITY + "?after=1-3").header("Last-Event-ID", "1-7");
        try (var stream =
                city.client
                        .sendAsync(request.build(), BodyHandlers.ofInputStream())
                        .join()
                        .body()) {
            stream.read();
            assertThat(city.reporting.lastRequest().requestHeaders().get("Last-Event-ID"))
                    .isEqualTo("1-7");
            assertThat(city.reporting.lastRequest().uri()).endsWith("?after=1-3");
        }
    }
}
