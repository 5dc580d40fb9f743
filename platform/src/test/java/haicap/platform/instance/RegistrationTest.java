package haicap.platform.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import haicap.platform.testing.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** One name, one process; on a real database, each process with objects of its own. */
class RegistrationTest {

    private static final String NAME = "case-7d9f-x2x4p";

    private final GenericApplicationContext context = new GenericApplicationContext();
    private Registrations registrations;
    private JdbcClient jdbc;
    private Registration first;

    @BeforeEach
    void open() {
        var database = TestPostgres.dataSource(TestPostgres.database());
        new ResourceDatabasePopulator(new ClassPathResource("db/platform/V0.2__leases.sql"))
                .execute(database);
        jdbc = JdbcClient.create(database);
        registrations = new Registrations(jdbc);
        context.refresh();
        first = process();
        first.start();
    }

    @AfterEach
    void close() {
        first.stop();
        context.close();
    }

    @Test
    void aSecondProcessWithTheNameOfALivingOneDoesNotStart() {
        var second = process();

        assertThatThrownBy(second::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(NAME);

        assertThat(second.isRunning()).isFalse();
        assertThat(first.isRunning()).isTrue();
        assertThat(context.isActive()).isTrue();
    }

    @Test
    void theNameOfAProcessThatEndedInGoodOrderIsFreeAtOnce() {
        first.stop();

        assertThat(registrations.find(NAME)).isEmpty();
        var second = process();
        second.start();

        assertThat(second.isRunning()).isTrue();
        second.stop();
    }

    @Test
    void theNameOfACrashedProcessIsFreeAfterItsTerm() {
        first.stop();
        registrations.take(NAME, UUID.randomUUID()); // and never again

        var second = process();
        var begun = Instant.now();
        second.start();

        assertThat(second.isRunning()).isTrue();
        assertThat(Instant.now()).isBefore(begun.plus(Registrations.TERM).plusSeconds(2));
        second.stop();
    }

    @Test
    void aProcessThatFindsItsNameTakenAfterALongPauseEnds() {
        jdbc.sql("UPDATE instance SET process = ?, until = clock_timestamp() + interval '1 minute'")
                .param(UUID.randomUUID())
                .update();

        await().until(() -> !context.isActive());
    }

    private Registration process() {
        return new Registration(
                registrations, new ClockSkew(new SimpleMeterRegistry()), context, NAME);
    }
}
