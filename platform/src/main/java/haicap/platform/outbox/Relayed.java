package haicap.platform.outbox;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** How far the telling has come: for recounts, status pages and tests. */
@Component
public class Relayed {

    private final OutboxRows rows;
    private final Relay relay;

    Relayed(OutboxRows rows, Relay relay) {
        this.rows = rows;
        this.relay = relay;
    }

    /**
     * Waits until everything that a snapshot can hold has been sent.
     *
     * @param xmax {@code pg_snapshot_xmax(pg_current_snapshot())} of that snapshot
     * @return false when that did not come about in time
     */
    public boolean awaitPassed(String xmax, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!rows.passed(xmax)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(10);
        }
        return true;
    }

    /** Rows that wait to be sent. */
    public long unsent() {
        return rows.unsent().rows();
    }

    /** Age of the oldest row that waits, in seconds. */
    public double oldestSeconds() {
        return rows.unsent().oldestSeconds();
    }

    /** Whether this process holds the relay's lease. */
    public boolean isHolder() {
        return relay.isHolder();
    }
}
