package haicap.acceptance;

import haicap.acceptance.system.DatabaseServer;
import java.sql.SQLException;

/** Who relays what a service announces, as its database knows. */
record RelayLease(DatabaseServer server, String database) {

    /** The instance that holds the lease now; empty when it has run out. */
    String holder() {
        try (var connection = server.connect(database);
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                SELECT holder FROM lease
                                WHERE name LIKE 'relay-%' AND until > clock_timestamp()
                                """)) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
