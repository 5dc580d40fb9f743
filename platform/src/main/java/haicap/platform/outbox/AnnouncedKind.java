package haicap.platform.outbox;

import haicap.platform.events.OutboundEvent;
import java.util.function.Function;

/**
 * A kind of aggregates that a service tells of, so that all of them can be announced as they are: a
 * bean of the feature that owns the kind.
 */
public interface AnnouncedKind extends Announceable {

    /** What it is, such as {@code CrimeReport}. */
    String aggregate();

    /** Where it is told. */
    String topic();

    /** What it is and where: an aggregate may be told in two forms on two topics. */
    default String place() {
        return aggregate() + "@" + topic();
    }

    /** What to select from: it has one row with {@code id} for each. */
    String rows();

    /**
     * The aggregate of that id: its present state with {@code happened} null; called in a
     * transaction that holds its lock.
     */
    OutboundEvent snapshot(String id);

    @Override
    default AnnouncedKind announced() {
        return this;
    }

    /** A kind with a table of its own. */
    static AnnouncedKind of(
            String aggregate,
            String topic,
            String table,
            Function<String, OutboundEvent> snapshot) {
        return new OfTable(aggregate, topic, table, snapshot);
    }

    /** One with a table of its own. */
    record OfTable(String aggregate, String topic, String rows, Function<String, OutboundEvent> of)
            implements AnnouncedKind {

        @Override
        public OutboundEvent snapshot(String id) {
            return of.apply(id);
        }
    }
}
