package haicap.reporting.rebuild;

import haicap.reporting.rebuild.RebuildState.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one row of the rebuild. Whoever works on it writes it in each transaction under the number of
 * its lease: who was overtaken cannot commit.
 */
@Component
class RebuildTable {

    private final JdbcClient jdbc;

    RebuildTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RebuildState state() {
        return jdbc.sql("SELECT * FROM rebuild").query(RebuildTable::row).single();
    }

    void order() {
        jdbc.sql(
                        """
                        UPDATE rebuild
                        SET state = 'RUNNING', ordered_at = clock_timestamp(), started_at = NULL,
                            finished_at = NULL, read = 0, total = 0, skipped = 0, corrected = 0,
                            failure = NULL
                        """)
                .update();
    }

    void take(long leaseNumber, long total) {
        require(
                jdbc.sql(
                                """
                                UPDATE rebuild
                                SET lease_number = ?, started_at = clock_timestamp(), total = ?
                                WHERE state = 'RUNNING'
                                """)
                        .params(leaseNumber, total)
                        .update());
    }

    void progress(long leaseNumber, long read, long skipped) {
        require(
                jdbc.sql(
                                """
                                UPDATE rebuild
                                SET read = ?, skipped = ?
                                WHERE state = 'RUNNING' AND lease_number = ?
                                """)
                        .params(read, skipped, leaseNumber)
                        .update());
    }

    void done(long leaseNumber, int corrected) {
        require(
                jdbc.sql(
                                """
                                UPDATE rebuild
                                SET state = 'DONE', corrected = ?,
                                    finished_at = clock_timestamp()
                                WHERE state = 'RUNNING' AND lease_number = ?
                                """)
                        .params(corrected, leaseNumber)
                        .update());
    }

    void failed(long leaseNumber, String failure) {
        jdbc.sql(
                        """
                        UPDATE rebuild
                        SET state = 'FAILED', failure = ?, finished_at = clock_timestamp()
                        WHERE state = 'RUNNING' AND lease_number = ?
                        """)
                .params(failure, leaseNumber)
                .update();
    }

    private static void require(int rows) {
        if (rows == 0) {
            throw new Overtaken();
        }
    }

    private static RebuildState row(ResultSet rs, int row) throws SQLException {
        return new RebuildState(
                State.valueOf(rs.getString("state")),
                instant(rs, "ordered_at"),
                instant(rs, "started_at"),
                instant(rs, "finished_at"),
                rs.getLong("read"),
                rs.getLong("total"),
                rs.getLong("skipped"),
                rs.getInt("corrected"),
                text(rs, "failure"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String text(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }
}
