package haicap.platform.inbox;

import haicap.platform.events.InboundEvent;
import haicap.platform.writes.Locks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A consumer of events: a bean that says which topics it feeds on, understands what comes, and
 * applies it. The inbox calls it for one batch at a time; while one is applied, the next is already
 * understood. Frames of re-announcements never come to it, nor what is of an incarnation that is
 * over.
 *
 * @param <E> what it needs of an event
 */
public interface EventConsumer<E> {

    /** Stable name: the consumer group and the positions are kept under it. */
    String name();

    /** The topics that it hears, each with its owner. */
    Set<Subscription> subscriptions();

    /** The names of these topics. */
    default Set<String> topics() {
        return subscriptions().stream().map(Subscription::topic).collect(Collectors.toSet());
    }

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
    Optional<E> understand(InboundEvent event);

    /**
     * Applies the batch, in its order. State is gated by version: what is not newer than what is
     * known changes nothing.
     *
     * @throws CannotApply when an event can never be applied as it is; it is parked alone
     */
    void apply(List<E> batch);

    /**
     * Gives up what it holds from a topic with a version of an older incarnation: its owner has
     * named everything anew and did not name that. Called under the feed's locks, each time in a
     * transaction of its own that must take less than a second, until nothing is left.
     *
     * @return how many things it gave up; none when none is left
     */
    int retire(String topic, int incarnation, int atMost);
}
