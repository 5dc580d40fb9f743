package haicap.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.events.Received;
import haicap.platform.inbox.Applying.Batch;
import haicap.platform.testing.TestEvents;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.writes.Endnotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was polled at once, from several partitions. */
class ApplyingTest {

    private static final String TOPIC = "applying-test";
    private static final String INSERT = "INSERT INTO noted VALUES (?)";

    private static ConfigurableApplicationContext service;
    private static JdbcTemplate jdbc;
    private final EventFeed<Received> feed = new NotingFeed();

    /** Notes each key in the transaction or for its end, and refuses some. */
    private static final class NotingFeed implements EventFeed<Received> {

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public Set<String> topics() {
            return Set.of(TOPIC);
        }

        @Override
        public Optional<Received> understand(Received event) {
            return Optional.of(event);
        }

        @Override
        public void apply(List<Received> batch) {
            for (var event : batch) {
                if (event.key().startsWith("later")) {
                    service.getBean(Endnotes.class).add(INSERT, event.key());
                } else {
                    jdbc.update(INSERT, event.key());
                }
                if (event.key().startsWith("refused")) {
                    throw new CannotApply("against a rule");
                }
            }
        }
    }

    @BeforeAll
    static void start() {
        service =
                TestService.start(
                        TestPostgres.database(), "one", Map.of("haicap.orgcopy.feed", "false"));
        jdbc = service.getBean(JdbcTemplate.class);
        jdbc.execute("CREATE TABLE noted (key varchar(20))");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("TRUNCATE noted, inbox_position, parked");
    }

    @Test
    void whatCameFromSeveralPartitionsIsOneCommit() {
        apply(batch(0, 0, "a", "b"), batch(1, 0, "c"), batch(2, 0, "d"));

        assertThat(noted()).containsExactly("a", "b", "c", "d");
        assertThat(jdbc.queryForList("SELECT DISTINCT xmin::text FROM noted", String.class))
                .hasSize(1);
        assertThat(positions()).containsExactly(2L, 1L, 1L);
    }

    @Test
    void aPartitionThatWasAppliedElsewhereLeavesNothingOfTheOthersHalfDone() {
        apply(batch(1, 0, "elsewhere"));

        assertThatThrownBy(() -> apply(batch(0, 0, "a"), batch(1, 0, "elsewhere")))
                .isInstanceOf(Applying.Overtaken.class);

        assertThat(noted()).containsExactly("elsewhere");
        assertThat(positions()).containsExactly(1L);
    }

    @Test
    void whatIsPoisonedInOnePartitionIsParkedAndItsNeighboursInAllGoOn() {
        apply(batch(0, 0, "a", "refused", "b"), batch(1, 0, "c"));

        assertThat(noted()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(jdbc.queryForList("SELECT key FROM parked", String.class))
                .containsExactly("refused");
        assertThat(positions()).containsExactly(3L, 1L);
    }

    @Test
    void whatAFeedNotedForTheEndAndCannotBeWrittenIsParkedAlone() {
        var tooLong = "later, and longer than its column";
        apply(batch(0, 0, "a", tooLong, "later"));

        assertThat(noted()).containsExactlyInAnyOrder("a", "later");
        assertThat(jdbc.queryForList("SELECT key FROM parked", String.class))
                .containsExactly(tooLong);
        assertThat(positions()).containsExactly(3L);
    }

    private static void apply(Batch... polled) {
        service.getBean(Applying.class).prepare(List.of(polled)).run();
    }

    private Batch batch(int partition, long from, String... keys) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var key : keys) {
            records.add(record(partition, from + records.size(), key));
        }
        var to = new OffsetAndMetadata(from + records.size());
        return new Batch(feed, "id", new TopicPartition(TOPIC, partition), from, to, records);
    }

    private static ConsumerRecord<String, byte[]> record(int partition, long offset, String key) {
        var body = TestEvents.bytes(TestEvents.EMPTY_BODY);
        var record = new ConsumerRecord<>(TOPIC, partition, offset, key, body);
        TestEvents.headers(key, "u", "1-1").forEach(record.headers()::add);
        return record;
    }

    private static List<String> noted() {
        return jdbc.queryForList("SELECT key FROM noted", String.class);
    }

    private static List<Long> positions() {
        return jdbc.queryForList(
                "SELECT next_offset FROM inbox_position ORDER BY partition", Long.class);
    }
}
