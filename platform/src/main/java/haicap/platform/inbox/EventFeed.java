package haicap.platform.inbox;

import haicap.platform.events.Received;
import haicap.platform.writes.Locks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A consumer of events: a bean that says which topics it feeds on, understands what comes, and
 * applies it. The inbox calls it for one batch at a time; while one is applied, the next is already
 * understood.
 *
 * @param <E> what it needs of an event
 */
public interface EventFeed<E> {

    /** Stable name: the consumer group and the positions are kept under it. */
    String name();

    Set<String> topics();

    /** What applying locks first; needed by feeds that announce something themselves. */
    default Locks locks() {
        return Locks.none();
    }

    /**
     * What it needs of an event; empty when it needs nothing. Called outside of any transaction,
     * before the batch's turn, so it goes by the event alone.
     *
     * @throws CannotApply when such an event can never be applied; it is parked alone
     */
    Optional<E> understand(Received event);

    /**
     * Applies the batch, in its order. State is gated by version: what is not newer than what is
     * known changes nothing.
     *
     * @throws CannotApply when an event can never be applied as it is; it is parked alone
     */
    void apply(List<E> batch);
}
