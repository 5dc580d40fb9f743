package haicap.platform.outbox;

import java.time.Instant;

/**
 * One announcement as it waits for the relay.
 *
 * @param ready whether every transaction with a smaller id has ended, so that nothing can come
 *     before this row any more
 */
public record OutboxRow(
        Position position,
        String topic,
        String key,
        String aggregate,
        String type,
        String unit,
        String version,
        Instant at,
        String traceparent,
        String body,
        boolean ready) {

    /** A place in the order of announcements: transaction id, then row id. */
    public record Position(String xid, long id) {}
}
