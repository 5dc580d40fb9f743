package haicap.platform.outbox;

import haicap.platform.events.Announcement;
import haicap.platform.events.EventJson;
import haicap.platform.events.Version;
import haicap.platform.trace.Trace;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a use case says what happened. Appending is part of the use case's transaction and fails
 * outside of one; sending is the relay's job alone. Safe for all threads.
 */
@Component
public class Outbox {

    private final JdbcTemplate jdbc;
    private final Incarnation incarnation;
    private final RelaySignal signal;

    Outbox(JdbcTemplate jdbc, Incarnation incarnation, RelaySignal signal) {
        this.jdbc = jdbc;
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

    /** Appends several, in their order, in one statement batch. */
    public void append(List<Announcement> announcements) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("announced outside of a transaction: " + announcements);
        }
        var traceparent = Trace.current().traceparent();
        jdbc.batchUpdate(
                """
                INSERT INTO outbox (topic, key, type, unit, version, at, traceparent, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                announcements,
                announcements.size(),
                (statement, each) -> {
                    statement.setString(1, each.topic());
                    statement.setString(2, each.key());
                    statement.setString(3, each.type());
                    statement.setString(4, each.unit());
                    statement.setString(5, version(each.counter()).toString());
                    statement.setObject(6, OffsetDateTime.ofInstant(each.at(), ZoneOffset.UTC));
                    statement.setString(7, traceparent);
                    statement.setString(8, EventJson.body(each.happened(), each.state()));
                });
        signal.wakeAfterCommit();
    }

    /** The full version of an aggregate of this database. */
    public Version version(long counter) {
        return new Version(incarnation.number(), counter);
    }
}
