package haicap.platform.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

class BeatsTest {

    /** Takes every thread of the common schedule, as housekeeping after a long rest may. */
    static class LongWork {

        private static final CountDownLatch begun = new CountDownLatch(4);
        private static final CountDownLatch ended = new CountDownLatch(1);

        @Scheduled(fixedDelayString = "PT1H")
        void first() throws InterruptedException {
            work();
        }

        @Scheduled(fixedDelayString = "PT1H")
        void second() throws InterruptedException {
            work();
        }

        @Scheduled(fixedDelayString = "PT1H")
        void third() throws InterruptedException {
            work();
        }

        @Scheduled(fixedDelayString = "PT1H")
        void fourth() throws InterruptedException {
            work();
        }

        private static void work() throws InterruptedException {
            begun.countDown();
            ended.await();
        }
    }

    @Test
    void theOrganisationIsLookedAtThoughEveryThreadOfTheCommonScheduleIsAtWork() throws Exception {
        try (var service =
                TestService.start(
                        TestPostgres.database(),
                        "busy",
                        Map.of("haicap.orgcopy.feed", "false"),
                        LongWork.class)) {
            LongWork.begun.await();
            var organisation = service.getBean(Organisation.class);
            assertThat(organisation.isStale()).isTrue();

            service.getBean(JdbcTemplate.class).update("UPDATE org_copy SET heartbeat_at = now()");

            await().atMost(Duration.ofSeconds(5)).until(() -> !organisation.isStale());
        } finally {
            LongWork.ended.countDown();
        }
    }
}
