package haicap.acceptance.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The running PostgreSQL; a floor makes a database of its own there and drops it afterwards. */
public record DatabaseServer(int port, String password) {

    /** Who may make databases. */
    public static final String USER = "haicap";

    /** The JDBC address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** A new connection. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, password);
    }

    /** Makes a database anew, empty. */
    public void create(String database) throws SQLException {
        drop(database);
        execute("CREATE DATABASE " + database);
    }

    /** Drops a database whoever is connected. */
    public void drop(String database) throws SQLException {
        execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
    }

    private void execute(String order) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(order);
        }
    }
}
