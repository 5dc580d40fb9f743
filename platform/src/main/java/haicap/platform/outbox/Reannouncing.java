package haicap.platform.outbox;

import static java.util.Comparator.comparing;

import haicap.platform.events.OutboundEvent;
import haicap.platform.leases.Lease;
import haicap.platform.leases.Leases;
import haicap.platform.outbox.ReannouncementTable.Due;
import haicap.platform.problems.Outages;
import haicap.platform.threads.Worker;
import haicap.platform.threads.Workers;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Announces every aggregate as it is, so that whoever holds copies ends in the same state, whatever
 * the topic has lost or said too much.
 *
 * <ol>
 *   <li>A begin frame goes to every partition of every topic of this service.
 *   <li>Kind by kind, in the order of their names, and id by id, aggregates are locked, read and
 *       announced with {@code happened: null} and their present version, a chunk in one
 *       transaction. What is written meanwhile is announced by its own event.
 *   <li>An end frame goes to every partition. A consumer that has heard all of them knows: what has
 *       a version of a lower incarnation was not named, and is no more.
 * </ol>
 *
 * <p>All of it goes through the outbox, so it is in order with everything else. It waits while the
 * relay is behind, so that news come first. After a crash it goes on where it was.
 */
@Component
class Reannouncing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Reannouncing.class);
    private static final int CHUNK = 100;
    private static final int UNSENT_AT_MOST = 2_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration WHILE_BEHIND = Duration.ofMillis(20);
    static final String LOCK = "reannouncement";

    private final List<AnnouncedKind> kinds;
    private final List<Topic> topics;
    private final ReannouncementTable table;
    private final Outbox outbox;
    private final RelayProgress progress;
    private final Writes writes;
    private final Leases leases;
    private final Workers workers;
    private @Nullable Worker worker;

    Reannouncing(
            ObjectProvider<Announceable> kinds,
            ObjectProvider<Topic> topics,
            ReannouncementTable table,
            Outbox outbox,
            RelayProgress progress,
            Writes writes,
            Leases leases,
            Workers workers) {
        this.kinds =
                kinds.stream()
                        .map(Announceable::announced)
                        .sorted(comparing(AnnouncedKind::place))
                        .toList();
        this.topics =
                topics.stream()
                        .filter(topic ->
                                this.kinds.stream().anyMatch(k -> k.topic().equals(topic.name())))
                        .toList();
        this.table = table;
        this.outbox = outbox;
        this.progress = progress;
        this.writes = writes;
        this.leases = leases;
        this.workers = workers;
    }

    @Override
    public void start() {
        worker = workers.start("reannouncement", this::work);
    }

    private void work(Worker self) throws InterruptedException {
        try (var lease = leases.keep("reannouncement")) {
            while (self.isRunning()) {
                TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
                try {
                    announceWhatIsDue(self, lease);
                } catch (RuntimeException e) {
                    if (!Outages.isOutage(e)) {
                        throw e;
                    }
                    log.warn("re-announcement pauses: {}", e.toString());
                }
            }
        }
    }

    private void announceWhatIsDue(Worker self, Lease lease) throws InterruptedException {
        while (self.isRunning() && lease.number().isPresent()) {
            var due = table.due();
            if (due.isEmpty()) {
                return;
            }
            step(due.get());
            while (progress.unsent() > UNSENT_AT_MOST) {
                TimeUnit.NANOSECONDS.sleep(WHILE_BEHIND.toNanos());
            }
        }
    }

    private void step(Due due) {
        if (!due.hasBegun()) {
            log.info("re-announcement {} begins", due.number());
            frame(due, Frame.BEGAN);
            return;
        }
        for (var kind : kinds) {
            int order = kind.place().compareTo(due.kind());
            var ids =
                    order < 0
                            ? List.<String>of()
                            : table.idsAfter(kind, order == 0 ? due.afterId() : "", CHUNK);
            if (!ids.isEmpty()) {
                announce(due, kind, ids);
                return;
            }
        }
        frame(due, Frame.ENDED);
        log.info("re-announcement {} has ended", due.number());
    }

    private void announce(Due due, AnnouncedKind kind, List<String> ids) {
        writes.run(
                Locks.on(ids),
                () -> {
                    outbox.append(ids.stream().map(kind::snapshot).toList());
                    table.announced(due, kind.place(), ids.getLast(), ids.size());
                    return true;
                });
    }

    private void frame(Due due, Frame frame) {
        writes.run(
                Locks.on(LOCK),
                () -> {
                    for (var topic : topics) {
                        outbox.append(frames(due, frame, topic));
                    }
                    if (frame == Frame.BEGAN) {
                        table.begun(due);
                    } else {
                        table.ended(due);
                    }
                    return true;
                });
    }

    private static List<OutboundEvent> frames(Due due, Frame frame, Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition ->
                        frame.on(
                                topic,
                                partition,
                                due.incarnation(),
                                due.number(),
                                due.requestedAt().toInstant()))
                .toList();
    }

    @Override
    public void stop() {
        if (worker != null) {
            worker.close();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null && worker.isRunning();
    }
}
