package haicap.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import haicap.platform.events.InboundEvent;
import haicap.platform.inbox.Applying.Batch;
import haicap.platform.parked.ParkedLists;
import haicap.platform.testing.TestEvents;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.writes.AfterCommit;
import haicap.platform.writes.DeferredInserts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was polled at once, from several partitions. */
class ApplyingTest {

    private static final String TOPIC = "applying-test";
    private static final String INSERT = "INSERT INTO noted VALUES (?)";

    private static ConfigurableApplicationContext service;
    private static JdbcTemplate jdbc;
    private static final List<String> toldAfterwards = new ArrayList<>();
    private final EventConsumer<InboundEvent> feed = new NotingFeed();

    /** Notes each key in the transaction or for its end, and refuses some. */
    private static final class NotingFeed implements EventConsumer<InboundEvent> {

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public Set<Subscription> subscriptions() {
            return Set.of(new Subscription(TOPIC, "nobody"));
        }

        @Override
        public int retire(String topic, int incarnation, int atMost) {
            return 0;
        }

        @Override
        public Optional<InboundEvent> understand(InboundEvent event) {
            return Optional.of(event);
        }

        @Override
        public void apply(List<InboundEvent> batch) {
            for (var event : batch) {
                AfterCommit.run(() -> toldAfterwards.add(event.key()));
                if (event.key().startsWith("later")) {
                    service.getBean(DeferredInserts.class).add(INSERT, event.key());
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
        toldAfterwards.clear();
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

    /** What a step that was undone would have told its replica's listeners never was. */
    @Test
    void whatIsDoneAfterTheCommitIsNotDoneOfAStepThatWasRolledBack() {
        apply(batch(0, 0, "a", "refused", "b"));

        assertThat(toldAfterwards).containsExactly("a", "b");
    }

    /** Whatever its bytes are, it can be stored, shown and read again as it came. */
    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedMessageIsParkedByteByByteAndItsNeighboursGoOn(
            byte @Nullable [] key, Header header, byte @Nullable [] body) {
        var malformed = new ConsumerRecord<>(TOPIC, 0, 1, key, body);
        TestEvents.headers("key", "u", "1-1").forEach(malformed.headers()::add);
        malformed.headers().add(header);

        apply(batch(0, List.of(record(0, 0, "a"), malformed, record(0, 2, "b"))));

        assertThat(noted()).containsExactly("a", "b");
        assertThat(positions()).containsExactly(3L);
        var id = jdbc.queryForObject("SELECT id::text FROM parked", String.class);
        var parked = service.getBean(Parked.class).find(id).orElseThrow().record();
        assertThat(parked.key()).isEqualTo(key);
        assertThat(parked.value()).isEqualTo(body);
        assertThat(parked.headers()).isEqualTo(malformed.headers());
        assertThat(service.getBean(ParkedLists.class).read(id).message().reason()).isNotBlank();
    }

    static Stream<Arguments> malformed() {
        byte[] nul = {'a', 0, 'b'};
        byte[] noText = {(byte) 0xc3, 0x28, (byte) 0xff, 0, (byte) 0xe2, (byte) 0x82};
        var key = TestEvents.bytes("key");
        var body = TestEvents.bytes(TestEvents.EMPTY_BODY);
        var fine = new RecordHeader("more", TestEvents.bytes("fine"));
        return Stream.of(
                arguments(nul, fine, body),
                arguments(noText, fine, body),
                arguments(null, fine, body),
                arguments(key, new RecordHeader("ce_type", nul), body),
                arguments(key, new RecordHeader("ce_unit", noText), body),
                arguments(key, new RecordHeader("ce_version", nul), body),
                arguments(key, new RecordHeader("no\0name", null), nul),
                arguments(key, fine, noText),
                arguments(key, fine, TestEvents.bytes("{\"a\\u0000\": 1}")),
                arguments(key, fine, null));
    }

    private static void apply(Batch... polled) {
        service.getBean(Applying.class).prepare(List.of(polled)).run();
    }

    private Batch batch(int partition, long from, String... keys) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (var key : keys) {
            records.add(record(partition, from + records.size(), key));
        }
        return batch(partition, records);
    }

    private Batch batch(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        long from = records.getFirst().offset();
        var to = new OffsetAndMetadata(from + records.size());
        return new Batch(feed, "id", new TopicPartition(TOPIC, partition), from, to, records);
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, long offset, String key) {
        var body = TestEvents.bytes(TestEvents.EMPTY_BODY);
        var record = new ConsumerRecord<>(TOPIC, partition, offset, TestEvents.bytes(key), body);
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
