package haicap.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what was sent a while ago, and measures what was not. */
@Component
class OutboxHousekeeping {

    private static final int AT_ONCE = 5_000;

    private final OutboxRows rows;
    private final Relay relay;
    private final Duration kept;
    private volatile OutboxRows.Unsent unsent = new OutboxRows.Unsent(0, 0);

    OutboxHousekeeping(
            OutboxRows rows,
            Relay relay,
            MeterRegistry meters,
            @Value("${haicap.outbox.kept:PT1H}") Duration kept) {
        this.rows = rows;
        this.relay = relay;
        this.kept = kept;
        meters.gauge("haicap.outbox.unsent", this, self -> self.unsent.rows());
        meters.gauge("haicap.outbox.oldest.seconds", this, self -> self.unsent.oldestSeconds());
    }

    @Scheduled(fixedDelayString = "PT5S")
    void measure() {
        unsent = rows.unsent();
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void forgetSent() {
        if (relay.isHolder()) {
            rows.forgetSent(kept, AT_ONCE);
        }
    }
}
