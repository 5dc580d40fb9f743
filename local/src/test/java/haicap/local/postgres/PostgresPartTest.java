package haicap.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.local.parts.Checkout;
import haicap.local.parts.Home;
import haicap.local.parts.Part;
import haicap.local.parts.PartProcess;
import haicap.local.parts.Ports;
import haicap.local.parts.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresPartTest {

    private Secrets secrets;
    private Ports ports;
    private PartProcess process;

    @BeforeAll
    void start(@TempDir Path folder) {
        var home = new Home(folder.resolve("home"));
        secrets = new Secrets(home);
        ports = Ports.resolve(home, Map.of("HAICAP_PORTS", "free"), false);
        process =
                new PartProcess(
                        new PostgresPart(new Checkout(Path.of("..")), home, ports), home, ports);
        process.start();
    }

    @AfterAll
    void end() {
        process.kill();
    }

    @Test
    void keepsWhatWasCommittedThroughAKill() throws SQLException {
        try (var connection = connect(Part.CASE);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('Hai Cấp')");
            process.kill();
        }
        process.start();
        try (var connection = connect(Part.CASE);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT word FROM kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("Hai Cấp");
        }
    }

    @Test
    void letsAServiceIntoItsOwnDatabaseOnly() throws SQLException {
        try (var own = connect(Part.REPORTING)) {
            assertThat(own.isValid(1)).isTrue();
        }
        var reporting = new Database(Part.REPORTING);
        var foreign = new Database(Part.CASE).url(ports.of(Part.POSTGRES));
        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                foreign, reporting.name(), secrets.of(reporting.secret())))
                .hasMessageContaining("permission denied");
    }

    @Test
    void foldsVietnameseCapitals() throws SQLException {
        try (var connection = connect(Part.ORG_STRUCTURE);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT lower('PHƯỜNG BA ĐÌNH')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("phường ba đình");
        }
    }

    private Connection connect(Part part) throws SQLException {
        var database = new Database(part);
        return DriverManager.getConnection(
                database.url(ports.of(Part.POSTGRES)),
                database.name(),
                secrets.of(database.secret()));
    }
}
