package haicap.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.audit.AuditLists.Wish;
import haicap.platform.housekeeping.Housekeeping;
import haicap.platform.testing.TestPostgres;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit when it is large: how it is read, and how what is past its time leaves. */
class AuditAtSizeTest {

    private static final int ROWS = 200_000;
    private static final int PAST = 12_000;
    private static final Duration A_YEAR = Duration.ofDays(365);

    private static SingleConnectionDataSource database;
    private static JdbcTemplate jdbc;
    private static Seals seals;

    @BeforeAll
    static void fill() {
        database =
                new SingleConnectionDataSource(
                        TestPostgres.database(), "postgres", "postgres", true);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/platform")
                .placeholders(Map.of("application-role", "", "rebuild-role", ""))
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database);
        seals = new Seals(jdbc, new DataSourceTransactionManager(database));
        write(PAST, "interval '2 years'");
        while (sealSome()) {}
        write(ROWS, "interval '0'");
        jdbc.execute("ANALYZE audit");
    }

    /** One subject in five hundred is the same, all others are rare; so are the callers. */
    private static void write(int rows, String ago) {
        jdbc.update(
                """
                INSERT INTO audit
                    (incarnation, at, real_at, caller, action, kind, subject, details, trace_id)
                SELECT 1, now() - %1$s, now() - %1$s,
                       CASE WHEN n %% 500 = 0 THEN 'often' ELSE 'c-' || n / 3 END,
                       'read', 'thing',
                       CASE WHEN n %% 500 = 0 THEN 'often' ELSE 's-' || n / 3 END, '{}', ''
                FROM generate_series(1, %2$d) AS n
                """
                        .formatted(ago, rows));
    }

    private static boolean sealSome() {
        var last = seals.last();
        var rows = seals.unsealedAfter(last, 500);
        return !rows.isEmpty() && seals.add(last.next(rows));
    }

    @Test
    void theLogOfASubjectIsReadByItsIndexHoweverOftenTheQueryIsAsked() {
        for (var subject : new String[] {"s-7", "often", "none"}) {
            for (var mode : new String[] {"force_custom_plan", "force_generic_plan"}) {
                var plan = plan(new Wish(subject, null, null, null), mode);

                assertThat(text(plan)).contains("audit_by_subject").doesNotContain("Seq Scan");
                assertThat(blocks(plan)).as(subject + " " + mode).isLessThan(250);
            }
        }
    }

    @Test
    void theLogOfACallerIsReadByItsIndex() {
        var plan = plan(new Wish(null, "c-7", null, null), "force_generic_plan");

        assertThat(text(plan)).contains("audit_by_caller").doesNotContain("Seq Scan");
        assertThat(blocks(plan)).isLessThan(200);
    }

    @Test
    void allThatIsPastItsTimeLeavesInOneTurnSealBySeal() {
        var turn = Housekeeping.workOff(() -> seals.dispose(A_YEAR));

        assertThat(turn).isEqualTo(PAST);
        assertThat(seals.dispose(A_YEAR)).isZero();
        assertThat(count("SELECT count(*) FROM audit")).isEqualTo(ROWS);
    }

    /** As it was when the seal went first and the rows later: a crash left them for ever. */
    @Test
    void aSealIsNeverGivenUpWithoutItsRows() {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        Supplier<Long> givenUp =
                () -> count("SELECT count(*) FROM audit_seal WHERE disposed_at IS NOT NULL");
        long before = givenUp.get();

        transaction.executeWithoutResult(crash -> {
            seals.dispose(A_YEAR);
            crash.setRollbackOnly();
        });

        assertThat(givenUp.get()).isEqualTo(before);
        assertThat(
                        count(
                                """
                                SELECT count(*)
                                FROM audit_seal s, unnest(s.ids) AS gone (id)
                                JOIN audit a ON a.id = gone.id
                                WHERE s.disposed_at IS NOT NULL
                                """))
                .isZero();
    }

    private static JsonNode plan(Wish wish, String mode) {
        jdbc.execute("SET plan_cache_mode = " + mode);
        var values = new HashMap<String, @Nullable Object>();
        values.put("before", Long.MAX_VALUE);
        values.put("subject", wish.subject());
        values.put("caller", wish.caller());
        values.put("from", null);
        values.put("to", null);
        values.put("some", 51);
        var told =
                new NamedParameterJdbcTemplate(jdbc)
                        .queryForObject(
                                "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + AuditLists.sql(wish),
                                values,
                                String.class);
        return new JsonMapper().readTree(told).path(0).path("Plan");
    }

    private static String text(JsonNode plan) {
        return plan.toString();
    }

    /** Pages that were touched: what does not grow with the table. */
    private static int blocks(JsonNode plan) {
        return Map.of("hit", "Shared Hit Blocks", "read", "Shared Read Blocks").values().stream()
                .mapToInt(name -> plan.path(name).asInt())
                .sum();
    }

    private static long count(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }
}
