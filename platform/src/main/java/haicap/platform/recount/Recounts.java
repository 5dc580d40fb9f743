package haicap.platform.recount;

import haicap.platform.outbox.RelayProgress;
import haicap.platform.outbox.Topic;
import haicap.platform.outbox.Topics;
import haicap.platform.problems.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what a service's own tables say, so that a reader of its topic can compare:
 *
 * <ol>
 *   <li>everything is read in one REPEATABLE READ snapshot, which is named;
 *   <li>the relay passes that snapshot: all that was counted has been sent;
 *   <li>then the end offsets of the topic are taken: at or below them lies all that was counted.
 * </ol>
 *
 * <p>Safe for all threads.
 */
@Component
public class Recounts {

    private record Snapshot(String name, String xmax) {}

    private record Cut<T>(Snapshot snapshot, List<T> items) {}

    private final TransactionTemplate snapshots;
    private final JdbcTemplate jdbc;
    private final RelayProgress progress;
    private final Topics topics;

    Recounts(
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            RelayProgress progress,
            Topics topics) {
        this.snapshots = new TransactionTemplate(transactions);
        this.snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshots.setReadOnly(true);
        this.jdbc = jdbc;
        this.progress = progress;
        this.topics = topics;
    }

    /**
     * Counts.
     *
     * @param within how long the relay has to pass the snapshot
     * @param count reads the service's tables; runs in the snapshot
     * @throws Refusal 503 when the relay does not pass the snapshot in time
     */
    public <T> Recount<T> as(Instant at, Topic topic, Duration within, Supplier<List<T>> count) {
        var cut = cut(count);
        awaitRelay(cut.snapshot.xmax, within);
        return new Recount<>(at, cut.snapshot.name, topics.endOffsets(topic), cut.items);
    }

    private <T> Cut<T> cut(Supplier<List<T>> count) {
        return Objects.requireNonNull(
                snapshots.execute(status -> new Cut<>(snapshot(), count.get())));
    }

    private Snapshot snapshot() {
        return jdbc.query(
                        """
                        SELECT pg_current_snapshot()::text,
                               pg_snapshot_xmax(pg_current_snapshot())::text
                        """,
                        (rs, row) -> new Snapshot(rs.getString(1), rs.getString(2)))
                .getFirst();
    }

    private void awaitRelay(String xmax, Duration within) {
        try {
            if (!progress.awaitPassed(xmax, within)) {
                throw Refusal.unavailable("recount-unrelayed", Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("recount-unrelayed", Duration.ofSeconds(5));
        }
    }
}
