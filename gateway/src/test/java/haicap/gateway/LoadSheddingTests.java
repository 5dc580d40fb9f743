package haicap.gateway;

import static haicap.gateway.Answers.asksToRetry;
import static haicap.gateway.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.util.concurrent.EventExecutor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;

/** What the gateway does when it is itself what has too much to do. */
class LoadSheddingTests {

    private static final String UNITS = "/api/v1/units";
    private static final String LIVENESS = "/actuator/health/liveness";
    private static final Duration BEHIND = Duration.ofMillis(400);
    private static final int THREADS = LoopResources.DEFAULT_IO_WORKER_COUNT;

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
    void refusesWhatComesWhileItIsBehindAndServesAfterwards() throws Exception {
        assertThat(city.get(UNITS).statusCode()).isEqualTo(200);
        var before = city.orgStructure.requests();

        var late = sentWhileItIsBehind(city.signed(UNITS));

        problem(late, 503, "part-busy");
        asksToRetry(late);
        assertThat(late.body()).contains("gateway");
        assertThat(city.manage("/actuator/prometheus").body())
                .containsPattern("haicap_gateway_shed_total [1-9]");
        assertThat(city.orgStructure.requests()).isEqualTo(before);
        await().until(() -> city.get(UNITS).statusCode() == 200);
    }

    @Test
    void answersItsOperatorsEvenThen() throws Exception {
        assertThat(sentWhileItIsBehind(city.management(LIVENESS)).statusCode()).isEqualTo(200);
    }

    @Test
    void servesWhatCameWhileItStoodStillOnce() throws Exception {
        assertThat(city.get(UNITS).statusCode()).isEqualTo(200);

        each(thread -> thread.schedule(LoadSheddingTests::holdUp, 0, TimeUnit.MILLISECONDS));

        assertThat(city.get(UNITS).statusCode()).isEqualTo(200);
    }

    /** All threads that serve connections do something long each time they come round. */
    private HttpResponse<String> sentWhileItIsBehind(HttpRequest.Builder request) throws Exception {
        var isBehind = new AtomicBoolean(true);
        var rounds = new CountDownLatch(2 * THREADS);
        each(thread -> holdUpAgainAndAgain(thread, isBehind, rounds));
        try {
            assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
            return city.client
                    .sendAsync(request.build(), BodyHandlers.ofString())
                    .get(20, TimeUnit.SECONDS);
        } finally {
            isBehind.set(false);
        }
    }

    private static void holdUpAgainAndAgain(
            EventExecutor thread, AtomicBoolean isBehind, CountDownLatch rounds) {
        if (isBehind.get()) {
            holdUp();
            rounds.countDown();
            thread.schedule(
                    () -> holdUpAgainAndAgain(thread, isBehind, rounds), 0, TimeUnit.MILLISECONDS);
        }
    }

    private static void holdUp() {
        LockSupport.parkNanos(2 * BEHIND.toNanos());
    }

    private static void each(Consumer<EventExecutor> work) {
        HttpResources.get()
                .onServer(LoopResources.DEFAULT_NATIVE)
                .forEach(thread -> thread.execute(() -> work.accept(thread)));
    }
}
