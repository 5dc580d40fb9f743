package haicap.platform.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class DeferredInsertsTest {

    private static final String INSERT = "INSERT INTO noted (word) VALUES (?)";

    private static ConfigurableApplicationContext service;
    private static DeferredInserts deferredInserts;
    private static JdbcTemplate jdbc;
    private static TransactionTemplate transaction;
    private static TransactionTemplate part;

    @BeforeAll
    static void start() {
        service =
                TestService.start(
                        TestPostgres.database(), "one", Map.of("haicap.orgcopy.feed", "false"));
        deferredInserts = service.getBean(DeferredInserts.class);
        jdbc = service.getBean(JdbcTemplate.class);
        var transactions = service.getBean(PlatformTransactionManager.class);
        transaction = new TransactionTemplate(transactions);
        part = new TransactionTemplate(transactions);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        jdbc.execute(
                "CREATE TABLE noted (place bigint GENERATED ALWAYS AS IDENTITY, word text UNIQUE)");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("TRUNCATE noted");
    }

    @Test
    void areWrittenInTheirOrderWhenTheTransactionCommits() {
        transaction.executeWithoutResult(status -> {
            deferredInserts.add(INSERT, "first");
            deferredInserts.add("INSERT INTO noted (word) SELECT upper(?) || ?", "sec", "ond");
            deferredInserts.add(INSERT, (Object) null);
            deferredInserts.addNamed(
                    "INSERT INTO noted (word) SELECT :one || :two || :one",
                    Map.of("one", "a", "two", "b"));
            assertThat(words()).isEmpty();
        });
        assertThat(words()).containsExactly("first", "SECond", null, "aba");
    }

    @Test
    void areNeverWrittenWhenItIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            deferredInserts.add(INSERT, "word");
            status.setRollbackOnly();
        });
        assertThat(words()).isEmpty();
    }

    @Test
    void failWithAllThatTheTransactionDid() {
        jdbc.update(INSERT, "taken");
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status -> {
                            jdbc.update(INSERT, "done");
                            deferredInserts.add(INSERT, "taken");
                        }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(words()).containsExactly("taken");
    }

    @Test
    void goBackToASavepointWithTheTransaction() {
        transaction.executeWithoutResult(status -> {
            deferredInserts.add(INSERT, "before");
            part.executeWithoutResult(inPart -> {
                deferredInserts.add(INSERT, "within");
                inPart.setRollbackOnly();
            });
            part.executeWithoutResult(inPart -> deferredInserts.add(INSERT, "again"));
            deferredInserts.add(INSERT, "after");
        });
        assertThat(words()).containsExactly("before", "again", "after");
    }

    @Test
    void areWrittenBeforeTheEndForThoseWhoMustKnowNowAndNotAgainThen() {
        transaction.executeWithoutResult(status -> {
            deferredInserts.add(INSERT, "first");
            deferredInserts.write();
            assertThat(words()).containsExactly("first");
            deferredInserts.add(INSERT, "second");
        });
        assertThat(words()).containsExactly("first", "second");
    }

    @Test
    void thatWereWrittenSinceASavepointAndNotedBeforeComeAgainWhenItIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            deferredInserts.add(INSERT, "before");
            part.executeWithoutResult(inPart -> {
                deferredInserts.add(INSERT, "within");
                deferredInserts.write();
                inPart.setRollbackOnly();
            });
            deferredInserts.add(INSERT, "after");
        });
        assertThat(words()).containsExactly("before", "after");
    }

    @Test
    void areWrittenAtOnceOutsideOfATransaction() {
        deferredInserts.add(INSERT, "word");
        assertThat(words()).containsExactly("word");
    }

    private static List<String> words() {
        return jdbc.queryForList("SELECT word FROM noted ORDER BY place", String.class);
    }
}
