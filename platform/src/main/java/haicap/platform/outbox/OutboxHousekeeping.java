package haicap.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what was sent a while ago, and measures what was not. */
@Component
class OutboxHousekeeping {

    private static final int AT_ONCE = 5_000;
    private static final OutboxRows.Unsent NOTHING = new OutboxRows.Unsent(0, 0);

    private final List<Relay> relays;
    private final Duration kept;
    private final Map<String, OutboxRows.Unsent> unsent = new ConcurrentHashMap<>();

    OutboxHousekeeping(
            Relays relays,
            MeterRegistry meters,
            @Value("${haicap.outbox.kept:PT1H}") Duration kept) {
        this.relays = relays.all();
        this.kept = kept;
        for (var relay : this.relays) {
            var name = relay.rows().name();
            var tags = Tags.of("relay", name);
            Gauge.builder("haicap.outbox.unsent", this, self -> self.of(name).rows())
                    .description("Events that are not yet on their topic")
                    .tags(tags)
                    .register(meters);
            Gauge.builder(
                            "haicap.outbox.oldest.seconds",
                            this,
                            self -> self.of(name).oldestSeconds())
                    .description("Age of the oldest event that is not yet on its topic")
                    .tags(tags)
                    .register(meters);
        }
    }

    private OutboxRows.Unsent of(String relay) {
        return unsent.getOrDefault(relay, NOTHING);
    }

    @Scheduled(fixedDelayString = "PT5S")
    void measure() {
        for (var relay : relays) {
            unsent.put(relay.rows().name(), relay.rows().unsent());
        }
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void forgetSent() {
        for (var relay : relays) {
            int forgotten;
            do {
                forgotten = relay.isHolder() ? relay.rows().forgetSent(kept, AT_ONCE) : 0;
            } while (forgotten == AT_ONCE);
        }
    }
}
