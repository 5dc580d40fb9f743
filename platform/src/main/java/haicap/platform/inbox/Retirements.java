package haicap.platform.inbox;

import haicap.platform.events.Version;
import haicap.platform.inbox.HeardReannouncements.Complete;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets go what a new incarnation of a source did not name.
 *
 * <ol>
 *   <li>When a whole re-announcement in a new incarnation has been heard, in every partition,
 *       nothing of an older one counts any more: what comes of it is passed over, now and when a
 *       topic is read again.
 *   <li>The feed gives up what it holds of older incarnations, in steps of at most a second each; a
 *       crash on the way is followed by the rest.
 *   <li>What is parked of older incarnations is dropped.
 * </ol>
 */
@Component
class Retirements {

    private static final Logger log = LoggerFactory.getLogger(Retirements.class);
    private static final int AT_ONCE = 500;

    private record Source(String feed, String topic) {}

    private final Map<String, EventConsumer<?>> feeds;
    private final HeardReannouncements reannouncements;
    private final Parked parked;
    private final Writes writes;
    private volatile Map<Source, Integer> since = Map.of();

    Retirements(
            List<EventConsumer<?>> feeds,
            HeardReannouncements reannouncements,
            Parked parked,
            Writes writes) {
        this.feeds = feeds.stream().collect(Collectors.toMap(EventConsumer::name, feed -> feed));
        this.reannouncements = reannouncements;
        this.parked = parked;
        this.writes = writes;
        look();
    }

    /** Whether a version is of an incarnation that no longer counts. */
    boolean isOver(String feed, String topic, Version version) {
        return version.incarnation() < since.getOrDefault(new Source(feed, topic), 1);
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
    void retire() {
        try {
            look();
            reannouncements.toRetire().forEach(this::retire);
        } catch (RuntimeException e) {
            log.warn("nothing is retired yet: {}", e.toString());
        }
    }

    /** One feed that fails, however often, keeps no other waiting. */
    private void retire(Complete complete) {
        var feed = feeds.get(complete.feed());
        if (feed == null) {
            return;
        }
        try {
            retire(feed, complete);
        } catch (RuntimeException e) {
            log.warn("{} retires nothing of {} yet", complete.feed(), complete.topic(), e);
        }
    }

    private void look() {
        since =
                reannouncements.retired().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        each -> new Source(each.feed(), each.topic()),
                                        Complete::incarnation));
    }

    private void retire(EventConsumer<?> feed, Complete complete) {
        commit(feed.locks(), () -> note(complete, false));
        look();
        int all = 0;
        int some;
        do {
            some =
                    commit(
                            feed.locks(),
                            () -> feed.retire(complete.topic(), complete.incarnation(), AT_ONCE));
            all += some;
        } while (some > 0);
        int dropped = commit(feed.locks(), () -> note(complete, true));
        log.info(
                "{}: incarnation {} of {} did not name {}, and {} parked messages are of before",
                feed.name(),
                complete.incarnation(),
                complete.topic(),
                all,
                dropped);
    }

    private int commit(Locks locks, java.util.function.Supplier<Integer> step) {
        return writes.run(locks, step);
    }

    private int note(Complete complete, boolean isDone) {
        reannouncements.retire(complete, isDone);
        return parked.dropOlder(complete.feed(), complete.topic(), complete.incarnation());
    }
}
