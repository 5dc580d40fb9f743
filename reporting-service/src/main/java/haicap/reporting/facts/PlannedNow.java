package haicap.reporting.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.PreparedStatementCreator;

/**
 * A statement that is planned each time, with its values and the sizes of its tables in sight: a
 * plan kept since they were small reads all of them. Its rows come a thousand at a time.
 */
final class PlannedNow implements PreparedStatementCreator {

    private static final int AT_ONCE = 1_000;

    private final String sql;
    private final Object[] args;

    PlannedNow(String sql, Object... args) {
        this.sql = sql;
        this.args = args;
    }

    @Override
    public PreparedStatement createPreparedStatement(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setFetchSize(AT_ONCE);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        for (int i = 0; i < args.length; i++) {
            statement.setObject(i + 1, args[i]);
        }
        return statement;
    }
}
