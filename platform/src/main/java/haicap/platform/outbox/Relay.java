package haicap.platform.outbox;

import haicap.platform.leases.Lease;
import haicap.platform.trace.Hop;
import haicap.platform.trace.Hop.Operation;
import haicap.platform.trace.Tracing;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was announced, at least once, each aggregate in version order, never skipping a row.
 *
 * <ol>
 *   <li>One relay per table and database is active: the one that holds the lease, has shut out its
 *       predecessor at the broker, and after that has written its number beside the position. In
 *       this order: whoever is overtaken between the two cannot send.
 *   <li>Before it sends anything it compares the ends of the topics with the database ({@link
 *       TopicEnds}).
 *   <li>It reads the rows after the position in the order (incarnation, transaction id, row id), up
 *       to the first whose transaction id is not below every running transaction: a row can no
 *       longer appear before one that is ready. Because writers lock their aggregates before they
 *       get a transaction id, this order respects versions.
 *   <li>It sends the batch in that order and waits until the broker has all of it. When that fails
 *       it claims everything anew and sends the batch again.
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
final class Relay {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 1_000;
    private static final Duration STANDBY = Duration.ofMillis(200);
    private static final Duration LONGEST_REST = Duration.ofMillis(20);

    private final OutboxRows rows;
    private final RelayPosition place;
    private final Supplier<Publisher> publishers;
    private final Topics topics;
    private final TopicEnds ends;
    private final RelaySignal.Listener signal;
    private final Tracing tracing;
    private volatile boolean holds;

    Relay(
            OutboxRows rows,
            RelayPosition place,
            Supplier<Publisher> publishers,
            Topics topics,
            TopicEnds ends,
            RelaySignal.Listener signal,
            Tracing tracing) {
        this.rows = rows;
        this.place = place;
        this.publishers = publishers;
        this.topics = topics;
        this.ends = ends;
        this.signal = signal;
        this.tracing = tracing;
    }

    /** Relays whenever the lease is ours, until the thread is interrupted. */
    void work(Lease lease) throws InterruptedException {
        while (!Thread.interrupted()) {
            try {
                var number = lease.number();
                if (number.isEmpty() || !topics.areThere()) {
                    signal.await(STANDBY);
                } else {
                    relayUnder(number.getAsLong(), lease);
                }
            } catch (LeaseLost e) {
                log.info("{}", e.getMessage());
                TimeUnit.NANOSECONDS.sleep(STANDBY.toNanos());
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("relay of the {} pauses: {}", rows.name(), e.toString());
                TimeUnit.NANOSECONDS.sleep(STANDBY.toNanos());
            } finally {
                holds = false;
            }
        }
    }

    private void relayUnder(long number, Lease lease) throws InterruptedException {
        try (var publisher = publishers.get()) {
            var position = place.claim(number);
            ends.compare(rows, place);
            holds = true;
            var net = Backoff.net();
            var heldUp = Backoff.heldUp();
            var woken = true;
            while (lease.number().equals(OptionalLong.of(number))) {
                var begun = System.nanoTime();
                var waiting = rows.after(position, BATCH);
                var ready = waiting.stream().takeWhile(OutboxRow::ready).toList();
                if (!waiting.isEmpty() && !woken) {
                    net.reset(); // another process writes
                }
                if (!ready.isEmpty()) {
                    tracing.during(
                            () -> ready.stream().map(Relay::hop), () -> publisher.publish(ready));
                    var sent = ready.getLast().position();
                    place.advance(position, sent, number);
                    position = sent;
                    heldUp.reset();
                    if (ready.size() > 1 && waiting.size() < BATCH) {
                        restAfter(System.nanoTime() - begun);
                    }
                }
                if (waiting.size() == BATCH || ready.size() < waiting.size()) {
                    woken = true; // more is there
                    if (ready.isEmpty()) {
                        TimeUnit.NANOSECONDS.sleep(heldUp.next().toNanos());
                    }
                } else {
                    woken = signal.await(net.next());
                }
            }
        }
    }

    private static Hop hop(OutboxRow row) {
        return new Hop(
                Operation.SEND, row.topic(), row.key() + "/" + row.version(), row.traceparent());
    }

    private static void restAfter(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.min(nanos, LONGEST_REST.toNanos()));
    }

    OutboxRows rows() {
        return rows;
    }

    /** Whether this process is the one that relays. */
    boolean isHolder() {
        return holds;
    }
}
