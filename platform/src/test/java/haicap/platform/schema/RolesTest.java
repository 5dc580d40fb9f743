package haicap.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.instance.CannotStart;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who makes the tables is not who serves from them. */
class RolesTest {

    private static final String AS_SUPERUSER = TestPostgres.database();
    private static final String DATABASE = AS_SUPERUSER.replaceAll("\\?.*", "");
    private static final String OWNER = "roles_owner";
    private static final String APPLICATION = "roles_app";
    private static JdbcTemplate application;

    @BeforeAll
    static void migrate() {
        var superuser = new JdbcTemplate(TestPostgres.dataSource(AS_SUPERUSER));
        superuser.execute("CREATE ROLE %s LOGIN".formatted(OWNER));
        superuser.execute("CREATE ROLE %s LOGIN".formatted(APPLICATION));
        superuser.execute(
                "ALTER DATABASE %s OWNER TO %s".formatted(DATABASE.replaceAll(".*/", ""), OWNER));
        MigrateSchema.main(
                new String[] {
                    "--spring.config.import=classpath:haicap-platform.yaml",
                    "--haicap.service=test",
                    "--haicap.database=test",
                    "--haicap.schema.at-start=check", // as its services are told
                    "--haicap.peers.client-secret=drawn-for-this-test",
                    "--spring.datasource.url=" + DATABASE,
                    "--spring.datasource.username=" + OWNER,
                    "--spring.datasource.password=drawn-for-this-test",
                    "--spring.flyway.placeholders.application-role=" + APPLICATION
                });
        application = new JdbcTemplate(as(APPLICATION));
    }

    @Test
    void aServiceServesAsARoleThatMadeNothing() {
        try (var service =
                TestService.start(
                        DATABASE,
                        "serving",
                        Map.of(
                                "spring.datasource.username",
                                APPLICATION,
                                "haicap.schema.at-start",
                                "check"))) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void aServiceDoesNotStartBeforeItsMigrations() {
        assertThatThrownBy(() ->
                        TestService.start(
                                TestPostgres.database(),
                                "early",
                                Map.of("haicap.schema.at-start", "check")))
                .hasRootCauseInstanceOf(CannotStart.class)
                .rootCause()
                .hasMessageContaining("V0.1__writes.sql");
    }

    @Test
    void itAddsToTheAuditAndReadsIt() {
        assertThatCode(() ->
                        application.update(
                                """
                                INSERT INTO audit (at, caller, action, kind, subject, details, trace_id,
                                                   incarnation)
                                VALUES (now(), 'test', 'read', 'x', '1', '{}', '', 1)
                                """))
                .doesNotThrowAnyException();
        assertThat(application.queryForObject("SELECT count(*) FROM audit", Long.class))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET caller = 'other'",
                "TRUNCATE audit",
                "ALTER TABLE audit DISABLE TRIGGER ALL",
                "DROP TRIGGER audit_append_only ON audit",
                "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN RETURN NEW; END'",
                "ALTER TABLE audit ADD COLUMN x int",
                "DELETE FROM audit_seal",
                "DROP TABLE outbox",
                "CREATE TABLE mine (id int)",
                "DELETE FROM flyway_schema_history",
                "SET session_replication_role = replica"
            })
    void whatKeepsTheAuditIsOutOfItsReach(String statement) {
        assertThatThrownBy(() -> application.execute(statement))
                .rootCause()
                .message()
                .matches("(?s).*(permission denied|must be owner).*");
    }

    private static DriverManagerDataSource as(String role) {
        return new DriverManagerDataSource(DATABASE, role, "drawn-for-this-test");
    }
}
