package haicap.gateway;

import static haicap.gateway.Answers.asksToRetry;
import static haicap.gateway.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;

/** What the gateway does when it is itself what has too much to do. */
class OverrunTests {

    private static final String UNITS = "/api/v1/units";
    private static final Duration BEHIND = Duration.ofMillis(400);

    private City city;

    @BeforeEach
    void start() {
        city = new City("haicap.limits.behind=" + BEHIND.toMillis() + "ms");
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void refusesWhatCameWhileItWasBehindAndServesWhatComesAfterwards() throws Exception {
        assertThat(city.get(UNITS).statusCode()).isEqualTo(200);
        var before = city.orgStructure.requests();

        var late = sentWhileNothingMoves(UNITS);

        problem(late, 503, "part-busy");
        asksToRetry(late);
        assertThat(late.body()).contains("gateway");
        assertThat(city.orgStructure.requests()).isEqualTo(before);
        await().until(() -> city.get(UNITS).statusCode() == 200);
    }

    @Test
    void answersItsOperatorsEvenThen() throws Exception {
        assertThat(city.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

        assertThat(sentWhileNothingMoves("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    /** Holds the threads that serve connections for longer than they may be behind. */
    private HttpResponse<String> sentWhileNothingMoves(String path) throws Exception {
        var release = new CountDownLatch(1);
        var held = new ArrayList<CompletableFuture<?>>();
        for (var thread : HttpResources.get().onServer(LoopResources.DEFAULT_NATIVE)) {
            var holds = new CompletableFuture<>();
            held.add(holds);
            thread.execute(() -> {
                holds.complete(null);
                pass(release);
            });
        }
        CompletableFuture.allOf(held.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
        var answer = city.client.sendAsync(city.signed(path).build(), BodyHandlers.ofString());
        CompletableFuture.delayedExecutor(2 * BEHIND.toMillis(), TimeUnit.MILLISECONDS)
                .execute(release::countDown);
        return answer.get(10, TimeUnit.SECONDS);
    }

    private static void pass(CountDownLatch release) {
        try {
            release.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
