package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.reporting.testing.Reporting;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How PostgreSQL finds the facts that a tick of the clock may touch. */
class TickPlanTest {

    private static final String MANY_FACTS =
            """
            INSERT INTO fact (id, kind, version, unit_id, open, began_at, due_at)
            SELECT 'many-' || n, 'FINDING', 1, 'u', true, now(), now() + n * interval '1 minute'
            FROM generate_series(1, 20000) AS n
            """;

    private final Reporting reporting = Reporting.shared();
    private final Instant start = reporting.clock().instant();

    @Test
    void aTickReadsOnlyTheFactsWhoseLinesItMayCrossAlsoWhenItFirstTickedWhileThereWereFew() {
        var transaction = new TransactionTemplate(reporting.bean(PlatformTransactionManager.class));
        var read =
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    tick(10);
                    reporting.jdbc().execute(MANY_FACTS);
                    long before = rowsReadInSequence();
                    tick(1);
                    return rowsReadInSequence() - before;
                });
        assertThat(read).isZero();
    }

    private void tick(int times) {
        var second = new Passage(start, start.plusSeconds(1));
        for (int i = 0; i < times; i++) {
            reporting.bean(Facts.class).touchedBy(second, (fact, custodian) -> {});
        }
    }

    private long rowsReadInSequence() {
        return reporting
                .jdbc()
                .queryForObject(
                        "SELECT seq_tup_read FROM pg_stat_xact_user_tables WHERE relid = 'fact'::regclass",
                        Long.class);
    }
}
