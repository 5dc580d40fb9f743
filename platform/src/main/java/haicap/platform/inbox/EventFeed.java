package haicap.platform.inbox;

import haicap.platform.events.Received;
import haicap.platform.writes.Locks;
import java.util.List;
import java.util.Set;

/**
 * A consumer of events: a bean that says which topics it feeds on and applies what comes. The inbox
 * calls it, one batch in one transaction, from one thread per feed.
 */
public interface EventFeed {

    /** Stable name: the consumer group and the positions are kept under it. */
    String name();

    Set<String> topics();

    /** What applying this batch locks first; needed by feeds that announce something themselves. */
    default Locks locks(List<Received> batch) {
        return Locks.none();
    }

    /**
     * Applies the batch, in its order. State is gated by version: what is not newer than what is
     * known changes nothing.
     *
     * @throws CannotApply when an event can never be applied as it is; it is parked alone
     */
    void apply(List<Received> batch);
}
