package haicap.acceptance.bench.floor;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import haicap.acceptance.system.DatabaseServer;
import java.sql.SQLException;
import java.util.UUID;

/** One transaction of two rows, on the running server, through a pool. */
public final class BareCommit implements AutoCloseable {

    private static final String DATABASE = "bench_floor";
    private static final String BODY = "x".repeat(400);

    private final DatabaseServer server;
    private final HikariDataSource pool;

    private BareCommit(DatabaseServer server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    /** With tables of its own in a database of its own. */
    public static BareCommit on(DatabaseServer server) throws SQLException {
        server.create(DATABASE);
        var settings = new HikariConfig();
        settings.setJdbcUrl(server.url(DATABASE));
        settings.setUsername(DatabaseServer.USER);
        settings.setPassword(server.password());
        settings.setMaximumPoolSize(12);
        settings.setAutoCommit(false);
        var floor = new BareCommit(server, new HikariDataSource(settings));
        floor.execute("CREATE TABLE state (id text PRIMARY KEY, body text NOT NULL)");
        floor.execute(
                "CREATE TABLE news (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)");
        return floor;
    }

    /** Commits. */
    public void commit() {
        try (var connection = pool.getConnection();
                var state = connection.prepareStatement("INSERT INTO state VALUES (?, ?)");
                var news = connection.prepareStatement("INSERT INTO news (body) VALUES (?)")) {
            state.setString(1, UUID.randomUUID().toString());
            state.setString(2, BODY);
            state.executeUpdate();
            news.setString(1, BODY);
            news.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String order) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(order);
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        server.drop(DATABASE);
    }
}
