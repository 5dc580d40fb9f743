package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.reporting.testing.Reporting;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A rebuild changes so many rows in a transaction and no more, whatever there is to do. */
class ShadowFactsTest {

    private static final int FILES = 4_000;

    private final Reporting reporting = Reporting.shared();
    private final JdbcTemplate jdbc = reporting.jdbc();
    private final ShadowFacts shadow = reporting.bean(ShadowFacts.class);

    @BeforeEach
    void begin() {
        shadow.begin();
    }

    @Test
    void whatIsOldIsGivenUpInStepsOfSoManyRows() {
        int rows = 3 * ShadowFacts.STEP;
        pour(rows, FILES);

        int steps = shadow.complete();

        // each step begins with the last row of the one before
        assertThat(steps).isEqualTo(Math.ceilDiv(rows - 1, ShadowFacts.STEP - 1));
        assertThat(count("true")).isEqualTo(FILES);
        assertThat(
                        count(
                                "version = (%d - 1 - split_part(id, '-', 2)::int) / %d"
                                        .formatted(rows, FILES)))
                .isEqualTo(FILES);
    }

    /** More versions of one file than a step looks at. */
    @Test
    void aFileWithManyVersionsIsNoLongerStep() {
        int rows = 2 * ShadowFacts.STEP;
        pour(rows, 1);

        assertThat(shadow.complete()).isEqualTo(Math.ceilDiv(rows - 1, ShadowFacts.STEP - 1));
        assertThat(count("true")).isOne();
        assertThat(count("version = " + (rows - 1))).isOne();
    }

    @Test
    void whatIsCompleteIsIndexedLikeTheFactsInUse() {
        pour(10, 5);
        shadow.complete();

        assertThat(indexes("rebuilding")).isEqualTo(indexes("public"));
    }

    @Test
    void whatASourceDidNotNameIsGivenUpInStepsOfSoManyRows() {
        int rows = 2 * ShadowFacts.STEP + 1;
        pour(rows, rows);

        assertThat(shadow.retire("haicap.case.v1", 2)).isZero();
        assertThat(shadow.retire("haicap.inspection.v1", 1)).isZero();
        assertThat(shadow.retire("haicap.inspection.v1", 2)).isEqualTo(ShadowFacts.STEP);
        assertThat(shadow.retire("haicap.inspection.v1", 2)).isEqualTo(ShadowFacts.STEP);
        assertThat(shadow.retire("haicap.inspection.v1", 2)).isOne();
        assertThat(shadow.retire("haicap.inspection.v1", 2)).isZero();
    }

    /** Counting takes as long as there are facts; who has written meanwhile holds back relays. */
    @Test
    void nothingIsWrittenBeforeTheFactsAreCounted() {
        var transaction = reporting.bean(TransactionTemplate.class);

        assertThatThrownBy(() ->
                        transaction.execute(status -> {
                            jdbc.update("UPDATE rebuild SET read = read");
                            return shadow.exchange();
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before anything is written");
    }

    private void pour(int rows, int files) {
        jdbc.update(
                """
                INSERT INTO rebuilding.fact
                    (id, kind, topic, version, unit_id, public, figures, units, since, until)
                SELECT 'file-' || n % ?, 'OBSTACLE', 'haicap.inspection.v1', n / ?, 'hanoi',
                       '{"open": true}', '{}', '{}', '{}', '{}'
                FROM generate_series(0, ? - 1) AS n
                """,
                files, files, rows);
    }

    private long count(String condition) {
        return jdbc.queryForObject(
                "SELECT count(*) FROM rebuilding.fact WHERE " + condition, Long.class);
    }

    private List<String> indexes(String schema) {
        return jdbc.queryForList(
                """
                SELECT replace(indexdef, ' ON ' || schemaname || '.', ' ON ')
                FROM pg_indexes i
                JOIN pg_index x
                  ON x.indexrelid = (quote_ident(schemaname) || '.' || quote_ident(indexname))::regclass
                WHERE schemaname = ? AND tablename = 'fact' AND x.indisvalid
                ORDER BY 1
                """,
                String.class,
                schema);
    }
}
