package haicap.platform.writes;

import haicap.platform.housekeeping.Housekeeping;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Idempotency keys are remembered for seven days, then forgotten, however many there are. One that
 * is past its term and not forgotten yet is not asked any more.
 */
@Component
class IdempotencyCleanup {

    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final int AT_ONCE = 1_000;

    private final Idempotency idempotency;

    IdempotencyCleanup(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void forget() {
        Housekeeping.workOff(() -> idempotency.forgetOlderThan(REMEMBERED, AT_ONCE));
    }
}
