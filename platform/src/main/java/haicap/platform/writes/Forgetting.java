package haicap.platform.writes;

import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Idempotency keys are remembered for seven days, then forgotten a few at a time. */
@Component
class Forgetting {

    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final int AT_ONCE = 1_000;

    private final Idempotency idempotency;

    Forgetting(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forget() {
        idempotency.forgetOlderThan(REMEMBERED, AT_ONCE);
    }
}
