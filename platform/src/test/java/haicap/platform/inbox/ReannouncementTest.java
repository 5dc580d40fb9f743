package haicap.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.testing.TestKafka;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A source names everything anew, in three partitions. */
class ReannouncementTest {

    private static NamingSource source;
    private static ConfigurableApplicationContext service;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        TestKafka.createTopic(HoldingFeed.TOPIC, 3);
        source = new NamingSource(TestKafka.bootstrap(), 3);
        service =
                TestService.start(
                        TestPostgres.database(), "one", source.properties(), HoldingFeed.class);
        jdbc = service.getBean(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        source.close();
    }

    @BeforeEach
    void everythingIsHeard() {
        source.change("a", "b", "c", "d", "e", "f", "g");
        awaitTheSame();
    }

    @Test
    void whatANewIncarnationDidNotNameIsRetiredWhenEveryPartitionHasEnded() {
        source.change("refused-of-before");
        source.forget("refused-of-before");
        await().until(() -> parked().contains("refused-of-before"));
        source.restoreWithout("b", "d", "f");
        source.nextNumber();
        for (int partition = 0; partition < 3; partition++) {
            source.frame("Began", partition);
        }
        source.frame("Ended", 0);
        source.frame("Ended", 2);
        source.change("a", "c", "e", "g", "refused-of-now");
        source.forget("refused-of-now");
        await().until(() -> parked().contains("refused-of-now"));
        assertThat(held()).containsKeys("b", "d", "f");

        source.frame("Ended", 1);
        awaitTheSame();
        assertThat(held().keySet()).containsExactly("a", "c", "e", "g");
        await().until(() -> parked().equals(List.of("refused-of-now")));
    }

    /** A relay of before that wakes late, or a topic that is read again. */
    @Test
    void whatComesOfAnIncarnationThatIsOverIsPassedOver() {
        source.restoreWithout("g");
        source.nameAnew();
        awaitTheSame();
        service.getBean(Retirements.class).retire();

        var late = new NamingSource(TestKafka.bootstrap(), 3);
        late.change("g", "late");
        late.close();
        source.change("a");
        awaitTheSame();
        assertThat(held()).doesNotContainKeys("g", "late");
    }

    @Test
    void inTheSameIncarnationNothingIsRetired() {
        source.nameAnew();
        source.nameAnew();
        source.forget("b");
        source.nameAnew();
        source.change("a");
        await().until(() -> held().get("a").equals(source.holds().get("a")));
        service.getBean(Retirements.class).retire();
        assertThat(held()).containsKey("b");
    }

    private static void awaitTheSame() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(held()).isEqualTo(source.holds()));
    }

    private static Map<String, Long> held() {
        var held = new TreeMap<String, Long>();
        jdbc.query(
                "SELECT key, version FROM held",
                rs -> {
                    held.put(rs.getString(1), rs.getLong(2));
                });
        return held;
    }

    private static List<String> parked() {
        return jdbc.queryForList("SELECT key FROM parked ORDER BY id", String.class);
    }
}
