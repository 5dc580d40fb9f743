package haicap.platform.outbox;

import haicap.platform.events.Announcement;
import haicap.platform.events.EventJson;
import haicap.platform.events.Version;
import haicap.platform.trace.Trace;
import haicap.platform.writes.Endnotes;
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

    private final Endnotes endnotes;
    private final Incarnation incarnation;
    private final RelaySignal signal;

    Outbox(Endnotes endnotes, Incarnation incarnation, RelaySignal signal) {
        this.endnotes = endnotes;
        this.incarnation = incarnation;
        this.signal = signal;
    }

    /**
     * Appends one announcement to the transaction at hand.
     *
     * @return the aggregate's full version
     */
    public Version append(Announcement announcement) {
        append(List.of(announcement));
        return version(announcement.counter());
    }

    /** Appends several, in their order, by one statement. */
    public void append(List<Announcement> announcements) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("announced outside of a transaction: " + announcements);
        }
        int number = incarnation.number();
        var traceparent = Trace.current().traceparent();
        endnotes.add(
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
                texts(announcements, Announcement::topic),
                announcements.stream().map(Announcement::partition).toArray(Integer[]::new),
                texts(announcements, Announcement::key),
                texts(announcements, Announcement::aggregate),
                texts(announcements, Announcement::type),
                texts(announcements, Announcement::unit),
                texts(announcements, each -> new Version(number, each.counter())),
                texts(announcements, Announcement::at),
                texts(announcements, each -> EventJson.body(each.happened(), each.state())));
        signal.wakeAfterCommit();
    }

    private static String[] texts(
            List<Announcement> announcements, Function<Announcement, Object> value) {
        return announcements.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    /** The full version of an aggregate of this database. */
    public Version version(long counter) {
        return new Version(incarnation.number(), counter);
    }
}
