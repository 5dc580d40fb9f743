package haicap.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * One real PostgreSQL for all tests of a JVM, embedded or in a container ({@code
 * -Dit.image.postgres}); a fresh database for whoever asks.
 */
public final class TestPostgres {

    /** The one that is embedded is of the same version. */
    private static final String IMAGE = "postgres:17.6";

    private static final String SUPERUSER = "postgres";
    private static final String ADDRESS =
            switch (Backend.chosen()) {
                case EMBEDDED -> embedded();
                case TESTCONTAINERS -> contained();
            };

    private TestPostgres() {}

    private static String embedded() {
        try {
            var server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("max_connections", "200")
                            .setServerConfig("fsync", "off")
                            .start();
            return "localhost:" + server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends with this JVM, by Testcontainers' own means. */
    @SuppressWarnings("resource")
    private static String contained() {
        var server =
                new PostgreSQLContainer(
                                DockerImageName.parse(Backend.image("it.image.postgres", IMAGE))
                                        .asCompatibleSubstituteFor("postgres"))
                        .withUsername(SUPERUSER)
                        .withPassword(SUPERUSER)
                        .withCommand("postgres", "-c", "max_connections=200", "-c", "fsync=off");
        server.start();
        return server.getHost() + ":" + server.getFirstMappedPort();
    }

    /** The JDBC address of a new, empty database; user and password are {@code postgres}. */
    public static String database() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        new JdbcTemplate(dataSource(url("postgres"))).execute("CREATE DATABASE " + name);
        return url(name);
    }

    private static String url(String database) {
        return "jdbc:postgresql://%s/%s?user=%s&password=%s"
                .formatted(ADDRESS, database, SUPERUSER, SUPERUSER);
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
