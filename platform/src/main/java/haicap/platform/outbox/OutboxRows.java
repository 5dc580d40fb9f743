package haicap.platform.outbox;

import haicap.platform.outbox.OutboxRow.Position;
import java.time.Duration;
import java.util.List;

/**
 * What waits for a relay, in the order in which it is sent. Each bean of this kind has a relay and
 * a position of its own: the outbox has, and so has a service's own table that is told as it
 * stands.
 */
public interface OutboxRows {

    /** Of relay, lease, position and transactional id; never changes. */
    String name();

    /** The rows that follow, also those that are not ready yet. */
    List<OutboxRow> after(Position position, int atMost);

    /** Whether this very row is in the table: what a topic holds has been said by this database. */
    boolean has(Position position, String key, String traceparent);

    /** Removes rows that were sent and are older than the given age; a chunk at a time. */
    int forgetSent(Duration age, int atMost);

    /** What was not sent yet. */
    Unsent unsent();

    /**
     * Whether everything was sent that a cut through the database can hold: every transaction in it
     * lies before {@code xmax}.
     */
    boolean passed(String xmax);

    /**
     * What waits.
     *
     * @param oldestSeconds age of the oldest row, by real time
     */
    record Unsent(long rows, double oldestSeconds) {}
}
