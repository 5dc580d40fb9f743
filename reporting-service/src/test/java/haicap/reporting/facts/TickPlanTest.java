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
            INSERT INTO fact
                (id, kind, topic, version, unit_id, public, figures, units, since, until, next_at,
                 previous_at)
            SELECT 'many-' || n, 'FINDING', 'haicap.inspection.v1', 1, 'u', '{}', '{}', '{}', '{}',
                   '{}', now() + interval '9 years' + n * interval '1 minute',
                   now() - interval '9 years'
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
                    reporting.jdbc().execute("ANALYZE fact");
                    long before = rowsReadInSequence();
                    tick(1);
                    return rowsReadInSequence() - before;
                });
        assertThat(read).isZero();
    }

    private void tick(int times) {
        for (int i = 0; i < times; i++) {
            reporting.bean(Facts.class).crossed(start, start.plusSeconds(1), crossing -> {});
            reporting.bean(Facts.class).settle(start.plusSeconds(1), 1_000);
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
