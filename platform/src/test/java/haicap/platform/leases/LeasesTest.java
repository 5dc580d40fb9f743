package haicap.platform.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.testing.TestPostgres;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class LeasesTest {

    private DataSource database;

    @BeforeEach
    void emptyDatabase() {
        database = TestPostgres.dataSource(TestPostgres.database() + "&password=postgres");
        new ResourceDatabasePopulator(new ClassPathResource("db/platform/V0.2__leases.sql"))
                .execute(database);
    }

    private Leases instance(String name) {
        return new Leases(JdbcClient.create(database), name);
    }

    @Test
    void onlyOneHoldsALease() {
        assertThat(instance("one").acquire("duty")).hasValue(1);
        assertThat(instance("two").acquire("duty")).isEmpty();
        assertThat(instance("two").acquire("other duty")).hasValue(1);
    }

    @Test
    void renewingKeepsTheNumber() {
        var one = instance("one");
        one.acquire("duty");
        assertThat(one.acquire("duty")).hasValue(1);
    }

    @Test
    void anExpiredLeaseIsTakenOverWithAHigherNumber() {
        var one = instance("one");
        one.acquire("duty");
        new JdbcTemplate(database)
                .update("UPDATE lease SET until = clock_timestamp() - interval '1 second'");
        assertThat(instance("two").acquire("duty")).hasValue(2);
        assertThat(one.acquire("duty")).isEmpty();
    }

    @Test
    void aRestartedPartTakesOverFromItsFormerSelfAtOnce() {
        instance("one").acquire("duty");
        assertThat(instance("one").acquire("duty")).hasValue(2);
    }

    @Test
    void aKeptLeaseIsHeldUntilClosedAndThenPassesOn() {
        try (var kept = instance("one").keep("duty")) {
            await().until(() -> kept.number().isPresent());
            assertThat(instance("two").acquire("duty")).isEmpty();
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> instance("two").acquire("duty").isPresent());
    }
}
