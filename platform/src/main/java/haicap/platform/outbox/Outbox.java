package haicap.platform.outbox;

import haicap.platform.events.EventJson;
import haicap.platform.events.OutboundEvent;
import haicap.platform.events.Version;
import haicap.platform.trace.Trace;
import haicap.platform.writes.DeferredInserts;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a use case says what happened. Appending is part of the use case's transaction and fails
 * outside of one; sending is the relay's job alone. Safe for all threads.
 */
@Component
public class Outbox {

    private final DeferredInserts deferredInserts;
    private final Incarnation incarnation;
    private final RelaySignal signal;

    Outbox(DeferredInserts deferredInserts, Incarnation incarnation, RelaySignal signal) {
        this.deferredInserts = deferredInserts;
        this.incarnation = incarnation;
        this.signal = signal;
    }

    /**
     * Appends one announcement to the transaction at hand.
     *
     * @return the aggregate's full version
     */
    public Version append(OutboundEvent announcement) {
        append(List.of(announcement));
        return version(announcement.counter());
    }

    /** Appends several, in their order, by one statement. */
    public void append(List<OutboundEvent> announcements) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("announced outside of a transaction: " + announcements);
        }
        int number = incarnation.number();
        var traceparent = Trace.current().traceparent();
        deferredInserts.add(
                """
                INSERT INTO outbox
                    (incarnation, topic, partition, key, aggregate, type, unit, version, at,
                     traceparent, body)
                SELECT living, topic, partition, key, aggregate, type, unit, version, at, ?, body
                FROM living(?),
                     unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::timestamptz[], ?::text[])
                    AS told (topic, partition, key, aggregate, type, unit, version, at, body)
                """,
                traceparent,
                number,
                texts(announcements, OutboundEvent::topic),
                announcements.stream().map(OutboundEvent::partition).toArray(Integer[]::new),
                texts(announcements, OutboundEvent::key),
                texts(announcements, OutboundEvent::aggregate),
                texts(announcements, OutboundEvent::type),
                texts(announcements, OutboundEvent::unit),
                texts(announcements, each -> new Version(number, each.counter())),
                texts(announcements, OutboundEvent::at),
                texts(announcements, each -> EventJson.body(each.happened(), each.state())));
        signal.wakeAfterCommit();
    }

    private static String[] texts(
            List<OutboundEvent> announcements, Function<OutboundEvent, Object> value) {
        return announcements.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    /** The full version of an aggregate of this database. */
    public Version version(long counter) {
        return new Version(incarnation.number(), counter);
    }
}
