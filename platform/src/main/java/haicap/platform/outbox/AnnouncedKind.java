package haicap.platform.outbox;

import haicap.platform.events.Announcement;
import java.util.function.Function;

/**
 * A kind of aggregates that a service tells of, so that all of them can be announced as they are: a
 * bean of the feature that owns the kind.
 *
 * @param name the aggregate, such as {@code CrimeReport}
 * @param topic where it is told
 * @param table has one row with {@code id} for each
 * @param snapshot of the aggregate of that id: its present state with {@code happened} null; called
 *     in a transaction that holds its lock
 */
public record AnnouncedKind(
        String name, String topic, String table, Function<String, Announcement> snapshot) {}
