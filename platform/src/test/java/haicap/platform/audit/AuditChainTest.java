package haicap.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import haicap.platform.access.Caller;
import haicap.platform.audit.VerifyAudit.Break;
import haicap.platform.audit.VerifyAudit.Fault;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditChainTest {

    private static final Caller CALLER =
            new Caller("auditor", null, Set.of("audit"), List.of(), null, Instant.MAX, true);

    private static ConfigurableApplicationContext service;
    private static JdbcTemplate jdbc;
    private static Audit audit;
    private static Seals seals;
    private static VerifyAudit verify;

    @BeforeAll
    static void start() {
        service = TestService.start(TestPostgres.database(), "chain", Map.of());
        jdbc = service.getBean(JdbcTemplate.class);
        audit = service.getBean(Audit.class);
        seals = service.getBean(Seals.class);
        verify = service.getBean(VerifyAudit.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void sealSomeRows() {
        for (int i = 0; i < 5; i++) {
            audit.read(CALLER, "thing", "t-" + i);
        }
        awaitSealed();
        assertThat(verify.now().firstBreak()).isNull();
    }

    @Test
    void everyRowIsSealedWithinSecondsAndTheChainHolds() {
        var found = verify.now();

        assertThat(found.intact()).isTrue();
        assertThat(found.rows())
                .isEqualTo(jdbc.queryForObject("SELECT count(*) FROM audit", Long.class));
        assertThat(found.unsealed()).isZero();
        assertThat(found.head()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET caller = 'nobody'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "UPDATE audit_seal SET disposed_at = now()",
                "UPDATE audit_seal SET hash = '\\x00'",
                "DELETE FROM audit_seal",
                "TRUNCATE audit_seal"
            })
    void theDatabaseRefusesToChangeOrLoseARow(String order) {
        assertThatThrownBy(() -> jdbc.update(order))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is append-only");
    }

    @Test
    void aChangedRowIsNamed() {
        long row = anyRow();
        behindItsBack("UPDATE audit SET caller = 'nobody' WHERE id = " + row);

        assertThat(firstBreak()).isEqualTo(new Break(sealOf(row), row, Fault.ROW_CHANGED));

        behindItsBack("UPDATE audit SET caller = 'auditor' WHERE id = " + row);
    }

    @Test
    void aDeletedRowIsNamed() {
        long row = anyRow();
        behindItsBack("CREATE TABLE kept AS SELECT * FROM audit WHERE id = " + row);
        behindItsBack("DELETE FROM audit WHERE id = " + row);

        assertThat(firstBreak()).isEqualTo(new Break(sealOf(row), row, Fault.ROW_DELETED));

        behindItsBack("INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM kept");
        behindItsBack("DROP TABLE kept");
    }

    @Test
    void anInsertedRowIsNamed() {
        long row = anyRow();
        behindItsBack(
                """
                INSERT INTO audit
                    (id, at, real_at, caller, action, kind, subject, details, trace_id,
                     incarnation, xid)
                OVERRIDING SYSTEM VALUE
                SELECT -7, at, real_at, 'somebody', action, kind, subject, details, trace_id,
                       incarnation, xid
                FROM audit WHERE id = %d
                """
                        .formatted(row));

        assertThat(firstBreak()).isEqualTo(new Break(sealOf(row), -7L, Fault.ROW_INSERTED));

        behindItsBack("DELETE FROM audit WHERE id = -7");
    }

    @Test
    void aForgedOrMissingSealIsNamed() {
        long seal = sealOf(anyRow());
        behindItsBack("CREATE TABLE kept_seal AS SELECT * FROM audit_seal WHERE number = " + seal);
        behindItsBack("UPDATE audit_seal SET hash = sha256('forged') WHERE number = " + seal);

        assertThat(firstBreak()).isEqualTo(new Break(seal, null, Fault.SEAL_CHANGED));

        audit.read(CALLER, "thing", "last");
        behindItsBack("DELETE FROM audit_seal WHERE number = " + seal);
        behindItsBack("INSERT INTO audit_seal SELECT * FROM kept_seal");
        behindItsBack("DROP TABLE kept_seal");
        // what was sealed behind the forged one is chained to it and must be sealed again
        behindItsBack("DELETE FROM audit_seal WHERE number > " + seal);
    }

    @Test
    void aRowOfATransactionThatIsStillRunningIsNotPassedOver() {
        var transaction =
                new TransactionTemplate(service.getBean(PlatformTransactionManager.class));

        transaction.executeWithoutResult(status -> {
            jdbc.queryForObject("SELECT pg_current_xact_id()::text", String.class);
            audit.read(CALLER, "thing", "slow");
            Thread.ofPlatform().start(() -> audit.read(CALLER, "thing", "quick"));
            await().atMost(Duration.ofSeconds(10)).until(() -> seals.unsealed().rows() >= 1);
            assertThat(seals.unsealedAfter(seals.last(), 10)).isEmpty();
        });

        awaitSealed();
        assertThat(verify.now().intact()).isTrue();
    }

    @Test
    void rowsOfAnEarlierLifeWithHigherTransactionIdsAreSealedAndKeepNobodyOut() {
        behindItsBack(
                """
                INSERT INTO audit
                    (at, caller, action, kind, subject, details, trace_id, incarnation, xid)
                SELECT now(), 'restored', 'read', 'thing', 'r-' || n, '{}', '', number, '9000000000'
                FROM incarnation, generate_series(1, 3) AS n
                """);
        behindItsBack("UPDATE incarnation SET number = number + 1");
        awaitSealed();

        audit.read(CALLER, "thing", "after the restore");
        awaitSealed();

        var covered = verify.now();
        assertThat(covered.intact()).isTrue();
        assertThat(covered.rows())
                .isEqualTo(jdbc.queryForObject("SELECT count(*) FROM audit", Long.class));
    }

    @Test
    void whatIsPastItsTimeLeavesItsSealBehindAndWhatIsNotCannotLeave() {
        assertThat(seals.dispose(VerifyAudit.KEPT_AT_LEAST)).isZero();
        long seal = sealOf(anyRow());
        behindItsBack("UPDATE audit_seal SET disposed_at = now() WHERE number = " + seal);

        assertThat(firstBreak()).isEqualTo(new Break(seal, null, Fault.DISPOSED_EARLY));

        behindItsBack("UPDATE audit_seal SET disposed_at = NULL WHERE number = " + seal);
    }

    private static Break firstBreak() {
        return verify.now().firstBreak();
    }

    private static void awaitSealed() {
        await().atMost(Duration.ofSeconds(15)).until(() -> seals.unsealed().rows() == 0);
    }

    private static long anyRow() {
        return jdbc.queryForObject(
                "SELECT min(id) FROM audit WHERE caller = 'auditor'", Long.class);
    }

    private static long sealOf(long row) {
        return jdbc.queryForObject(
                "SELECT number FROM audit_seal WHERE ? = ANY (ids)", Long.class, row);
    }

    /** As a superuser who knows how to switch triggers off. */
    private static void behindItsBack(String order) {
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    jdbc.execute("SET LOCAL session_replication_role = replica");
                    jdbc.execute(order);
                });
    }
}
