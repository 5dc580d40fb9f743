package haicap.platform.outbox;

import haicap.platform.outbox.OutboxRow.Position;
import java.time.Duration;
import java.util.List;

/**
 * What waits for the relay, in the order in which it is sent: the outbox, unless a service declares
 * a bean of its own because it keeps what it tells in a table of its own.
 */
public interface OutboxRows {

    /** The rows that follow, also those that are not ready yet. */
    List<OutboxRow> after(Position position, int atMost);

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
