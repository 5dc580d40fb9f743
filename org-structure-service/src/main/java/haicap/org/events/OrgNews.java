package haicap.org.events;

import haicap.platform.events.OutboundEvent;
import haicap.platform.outbox.AnnouncedKind;
import haicap.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells the other services, in the transaction at hand. Safe for all threads. */
@Component
public class OrgNews {

    /** Where the organisation is told: one partition, compacted. */
    public static final String TOPIC = "haicap.org.v1";

    private final Outbox outbox;
    private final Generation generation;
    private final Clock clock;

    OrgNews(Outbox outbox, Generation generation, Clock clock) {
        this.outbox = outbox;
        this.generation = generation;
        this.clock = clock;
    }

    /** Tells these, in their order. */
    public void tell(List<? extends OrgEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        generation.next();
        var at = clock.instant();
        outbox.append(events.stream().map(event -> announcement(event, at)).toList());
    }

    /** How all of a kind are announced as they are. */
    public AnnouncedKind kind(String name, String table, Function<String, OrgEvent> snapshot) {
        return AnnouncedKind.of(
                name, TOPIC, table, id -> announcement(snapshot.apply(id), clock.instant()));
    }

    private static OutboundEvent announcement(OrgEvent event, Instant at) {
        return new OutboundEvent(
                TOPIC,
                event.key(),
                event.aggregate(),
                "haicap.org." + event.name() + ".v1",
                event.unitId(),
                event.version(),
                at,
                event.happened(),
                event.state());
    }
}
