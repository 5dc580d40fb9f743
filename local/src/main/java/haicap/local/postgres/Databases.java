package haicap.local.postgres;

import haicap.local.parts.Failure;
import haicap.local.parts.Part;
import haicap.local.parts.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees to it that every service has its database and that the server really is durable. */
final class Databases {

    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private final int port;
    private final Secrets secrets;

    Databases(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    void settle() {
        var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
        var password = secrets.of("postgres-" + Cluster.SUPERUSER);
        try (var connection = DriverManager.getConnection(url, Cluster.SUPERUSER, password);
                var statement = connection.createStatement()) {
            assertDurable(statement);
            var present = names(statement);
            for (var part : Part.services()) {
                var database = new Database(part);
                if (!present.contains(database.name())) {
                    create(connection, database);
                }
            }
        } catch (SQLException e) {
            throw new Failure("PostgreSQL không nhận lệnh", "PostgreSQL does not obey", e);
        }
    }

    private static void assertDurable(Statement statement) throws SQLException {
        for (var setting : DURABLE) {
            try (var row = statement.executeQuery("SHOW " + setting)) {
                row.next();
                if (!row.getString(1).equals("on")) {
                    throw new Failure(
                            "PostgreSQL đang chạy với %s tắt, có thể mất dữ liệu"
                                    .formatted(setting),
                            "PostgreSQL runs with %s off and could lose data".formatted(setting));
                }
            }
        }
    }

    private static Set<String> names(Statement statement) throws SQLException {
        var names = new HashSet<String>();
        try (var rows = statement.executeQuery("SELECT datname FROM pg_database")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private void create(Connection connection, Database database) throws SQLException {
        var name = database.name();
        // neither can take parameters; the name is ours, the secret has only letters, digits, - and
        // _
        var orders =
                List.of(
                        "DROP ROLE IF EXISTS %s".formatted(name),
                        "CREATE ROLE %s LOGIN PASSWORD '%s'"
                                .formatted(name, secrets.of(database.secret())),
                        "CREATE DATABASE %s OWNER %s".formatted(name, name),
                        "REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(name));
        try (var statement = connection.createStatement()) {
            for (var order : orders) {
                statement.execute(order);
            }
        }
    }
}
