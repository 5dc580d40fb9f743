package haicap.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** One real PostgreSQL for all tests of a JVM; a fresh database for whoever asks. */
public final class TestPostgres {

    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC address of a new, empty database; user and password are {@code postgres}. */
    public static String database() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("CREATE DATABASE " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** A plain data source, without a pool. */
    public static DataSource dataSource(String url) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        try {
            dataSource.getConnection().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return dataSource;
    }
}
