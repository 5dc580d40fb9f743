package haicap.platform.problems;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionException;

/** Tells an outage, which passes by itself, from a defect, which does not. */
public final class Outages {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private Outages() {}

    /** Whether the database was away, overloaded or interrupted the transaction. */
    public static boolean isOutage(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof TransactionException
                    || cause instanceof java.sql.SQLTransientException
                    || cause instanceof java.sql.SQLRecoverableException
                    || isPassing(cause)) {
                return true;
            }
        }
        return false;
    }

    /**
     * SQLSTATE classes 08 (connection), 53 (resources), 57 (operator intervention), and 55P03 (a
     * lock that was not to be had in time).
     */
    private static boolean isPassing(Throwable cause) {
        return cause instanceof java.sql.SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08")
                        || sql.getSQLState().startsWith("53")
                        || sql.getSQLState().startsWith("57")
                        || sql.getSQLState().equals("55P03"));
    }

    static Refusal refusal() {
        return Refusal.unavailable("storage-unavailable", RETRY_AFTER);
    }
}
