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
            FROM generate_series(1, 20000) AS n;
            ANALYZE fact;
            """;

    private final Reporting reporting = Reporting.shared();
    private final Instant start = reporting.clock().instant();

    @Test
    void aTickReadsOnlyTheFactsWhoseLinesItMayCrossHoweverManyThereAre() {
        var transaction = new TransactionTemplate(reporting.bean(PlatformTransactionManager.class));
        var plan =
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    reporting.jdbc().execute(MANY_FACTS);
                    return planOfATick();
                });
        assertThat(plan).contains("fact_due_at_idx").doesNotContain("Seq Scan on fact");
    }

    /** As it is made once for all ticks, after the first few. */
    private String planOfATick() {
        var jdbc = reporting.jdbc();
        jdbc.execute("SET LOCAL plan_cache_mode = force_generic_plan");
        var second = new Passage(start, start.plusSeconds(1));
        for (int i = 0; i < 10; i++) {
            reporting.bean(Facts.class).touchedBy(second, (fact, custodian) -> {});
        }
        var prepared =
                jdbc.queryForObject(
                        "SELECT name FROM pg_prepared_statements WHERE statement ~ 'due_at <= .4$'",
                        String.class);
        var explain = "EXPLAIN EXECUTE \"%s\" (now(), now(), now(), now())".formatted(prepared);
        return String.join("\n", jdbc.queryForList(explain, String.class));
    }
}
