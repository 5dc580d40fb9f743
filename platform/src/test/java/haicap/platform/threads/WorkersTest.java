package haicap.platform.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** A thread that dies is seen, counted and replaced. */
class WorkersTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Workers workers = new Workers(meters);
    private final AtomicInteger attempts = new AtomicInteger();
    private final CountDownLatch forEver = new CountDownLatch(1);

    private void dieOnce(Worker self) throws InterruptedException {
        if (attempts.incrementAndGet() == 1) {
            throw new StackOverflowError("planted");
        }
        forEver.await();
    }

    @Test
    void anErrorTakesLivenessAwayUntilTheWorkIsBegunAnew() {
        try (var worker = workers.start("planted", this::dieOnce)) {
            await().until(() -> workers.health().getStatus().equals(Status.DOWN));
            assertThat(workers.health().getDetails()).containsKey("planted");
            assertThat(meters.get("haicap.workers.dead").gauge().value()).isEqualTo(1);

            await().until(() -> attempts.get() == 2);
            await().until(() -> workers.health().getStatus().equals(Status.UP));
            assertThat(
                            meters.get("haicap.worker.deaths")
                                    .tag("worker", "planted")
                                    .counter()
                                    .count())
                    .isEqualTo(1);
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void workThatEndsByItselfIsADeathToo() {
        try (var worker = workers.start("idle", self -> attempts.incrementAndGet())) {
            await().until(() -> worker.causeOfDeath() instanceof IllegalStateException);
        }
    }

    @Test
    void whatWasStoppedIsNotDead() throws InterruptedException {
        var worker = workers.start("stopped", self -> forEver.await());
        worker.close();
        worker.join(java.time.Duration.ofSeconds(10));
        assertThat(worker.causeOfDeath()).isNull();
        assertThat(workers.health().getStatus()).isEqualTo(Status.UP);
    }
}
