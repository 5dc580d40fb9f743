package haicap.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How far the telling has come: for recounts, status pages and tests. */
@Component
public class RelayProgress {

    private final List<OutboxRows> tables;
    private final Relays relays;

    RelayProgress(List<OutboxRows> tables, Relays relays) {
        this.tables = tables;
        this.relays = relays;
    }

    /**
     * Waits until everything that a snapshot can hold has been sent.
     *
     * @param xmax {@code pg_snapshot_xmax(pg_current_snapshot())} of that snapshot
     * @return false when that did not come about in time
     */
    public boolean awaitPassed(String xmax, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!tables.stream().allMatch(rows -> rows.passed(xmax))) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return true;
    }

    /** Rows that wait to be sent. */
    public long unsent() {
        return tables.stream().mapToLong(rows -> rows.unsent().rows()).sum();
    }

    /** Age of the oldest row that waits, in seconds. */
    public double oldestSeconds() {
        return tables.stream().mapToDouble(rows -> rows.unsent().oldestSeconds()).max().orElse(0);
    }

    /** Whether this process, and no other, relays the outbox. */
    public boolean isHolder() {
        return relays.all().stream()
                .anyMatch(relay -> relay.rows() instanceof OutboxTable && relay.isHolder());
    }
}
