package haicap.platform.outbox;

import haicap.platform.leases.Lease;
import haicap.platform.leases.Leases;
import haicap.platform.outbox.OutboxRow.Position;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what was announced, at least once, each aggregate in version order, never skipping a row.
 *
 * <ol>
 *   <li>One relay per database is active: the one that holds the lease and has written its number
 *       beside the position.
 *   <li>It reads the rows after the position in the order (transaction id, row id), up to the first
 *       whose transaction id is not below every running transaction: a row can no longer appear
 *       before one that is ready. Because writers lock their aggregates before they get a
 *       transaction id, this order respects versions.
 *   <li>It sends the batch in that order and waits until the broker has all of it. A broker that is
 *       away makes it wait; the lease is renewed meanwhile.
 *   <li>It advances the position by compare-and-set on position and lease number, then goes on.
 *   <li>Where several rows had come together more are coming: it rests as long as it has worked, so
 *       that they come in fewer and larger batches to all who deal with them. A single row, and a
 *       backlog, are followed at once by the next look.
 *   <li>It sleeps until a commit in this process wakes it; a poll is the net for commits of other
 *       processes, close while there are such and wide otherwise. Rows that are held up by a
 *       running transaction are looked at again soon, and ever less often: a transaction that does
 *       not end within milliseconds may take long.
 * </ol>
 *
 * <p>After a crash, or when a paused holder wakes, some rows are sent again: consumers apply by
 * version.
 */
@Component
class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 1_000;
    private static final Duration STANDBY = Duration.ofMillis(200);
    private static final Duration LONGEST_REST = Duration.ofMillis(20);

    private final Leases leases;
    private final OutboxRows rows;
    private final RelayPosition place;
    private final Publisher publisher;
    private final RelaySignal signal;
    private final Topics topics;
    private volatile boolean running;
    private @Nullable Lease lease;
    private @Nullable Thread thread;

    Relay(
            Leases leases,
            OutboxRows rows,
            RelayPosition place,
            Publisher publisher,
            RelaySignal signal,
            Topics topics) {
        this.leases = leases;
        this.rows = rows;
        this.place = place;
        this.publisher = publisher;
        this.signal = signal;
        this.topics = topics;
    }

    @Override
    public void start() {
        running = true;
        var kept = leases.keep("relay");
        lease = kept;
        thread = Thread.ofPlatform().name("relay").daemon().start(() -> relay(kept));
    }

    private void relay(Lease kept) {
        while (running) {
            try {
                var number = kept.number();
                if (number.isEmpty() || !topics.areThere()) {
                    signal.await(STANDBY);
                } else {
                    relayUnder(number.getAsLong(), kept);
                }
            } catch (InterruptedException e) {
                return;
            } catch (LeaseLost e) {
                log.info("{}", e.getMessage());
                LockSupport.parkNanos(STANDBY.toNanos());
            } catch (RuntimeException e) {
                log.warn("relay pauses: {}", e.toString());
                LockSupport.parkNanos(STANDBY.toNanos());
            }
        }
    }

    private void relayUnder(long number, Lease kept) throws InterruptedException {
        var position = place.claim(number);
        var net = Pause.net();
        var heldUp = Pause.heldUp();
        var woken = true;
        while (running && kept.number().equals(OptionalLong.of(number))) {
            var begun = System.nanoTime();
            var waiting = rows.after(position, BATCH);
            var ready = waiting.stream().takeWhile(OutboxRow::ready).toList();
            if (!waiting.isEmpty() && !woken) {
                net.reset(); // another process writes
            }
            if (!ready.isEmpty()) {
                position = send(ready, position, number);
                heldUp.reset();
                if (ready.size() > 1 && waiting.size() < BATCH) {
                    restAfter(System.nanoTime() - begun);
                }
            }
            if (waiting.size() == BATCH || ready.size() < waiting.size()) {
                woken = true; // more is there
                if (ready.isEmpty()) {
                    LockSupport.parkNanos(heldUp.next().toNanos());
                }
            } else {
                woken = signal.await(net.next());
            }
        }
    }

    private Position send(List<OutboxRow> ready, Position position, long number) {
        publisher.publish(ready);
        var sent = ready.getLast().position();
        place.advance(position, sent, number);
        return sent;
    }

    private static void restAfter(long nanos) {
        LockSupport.parkNanos(Math.min(nanos, LONGEST_REST.toNanos()));
    }

    boolean isHolder() {
        var kept = lease;
        return kept != null && kept.number().isPresent();
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
        if (lease != null) {
            lease.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
