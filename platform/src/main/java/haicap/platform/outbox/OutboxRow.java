package haicap.platform.outbox;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One announcement as it waits for the relay.
 *
 * @param partition of the topic; null for where the key belongs
 * @param ready whether every transaction with a smaller id has ended, so that nothing can come
 *     before this row any more
 */
public record OutboxRow(
        Position position,
        String topic,
        @Nullable Integer partition,
        String key,
        String aggregate,
        String type,
        String unit,
        String version,
        Instant at,
        String traceparent,
        String body,
        boolean ready) {

    /**
     * A place in the order of announcements: incarnation, then transaction id, then row id. A later
     * life of a database begins with low transaction ids again.
     */
    public record Position(int incarnation, String xid, long id) {

        private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,20})-(\\d{1,18})");

        /** Before the first. */
        public static final Position START = new Position(0, "0", 0);

        /**
         * Reads what {@link #toString} wrote.
         *
         * @throws IllegalArgumentException when it is no position
         */
        public static Position parse(String text) {
            var parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("no position: " + text);
            }
            return new Position(
                    Integer.parseInt(parts.group(1)),
                    parts.group(2),
                    Long.parseLong(parts.group(3)));
        }

        @Override
        public String toString() {
            return incarnation + "-" + xid + "-" + id;
        }
    }
}
