package haicap.platform.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was disposed of, in all, and when last. */
@Component
class RetentionRuns {

    /** One class's account. */
    record Account(long disposed, Instant lastAt) {}

    private final JdbcClient jdbc;

    RetentionRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String recordClass, long disposed) {
        jdbc.sql(
                        """
                        INSERT INTO retention_run (class, disposed, last_at)
                        VALUES (:class, :disposed, clock_timestamp())
                        ON CONFLICT (class) DO UPDATE SET
                            disposed = retention_run.disposed + excluded.disposed,
                            last_at = excluded.last_at
                        """)
                .param("class", recordClass)
                .param("disposed", disposed)
                .update();
    }

    Optional<Account> of(String recordClass) {
        return jdbc.sql("SELECT disposed, last_at FROM retention_run WHERE class = ?")
                .param(recordClass)
                .query(RetentionRuns::account)
                .optional();
    }

    private static Account account(ResultSet rs, int row) throws SQLException {
        return new Account(
                rs.getLong("disposed"), rs.getObject("last_at", OffsetDateTime.class).toInstant());
    }
}
