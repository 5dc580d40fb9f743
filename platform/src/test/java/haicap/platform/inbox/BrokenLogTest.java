package haicap.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A partition's log loses its head or its tail, on a broker of its own that can be stopped. */
class BrokenLogTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final TopicPartition PARTITION = new TopicPartition(HoldingFeed.TOPIC, 0);

    private static EmbeddedKafkaKraftBroker broker;
    private static Admin admin;
    private static NamingSource source;
    private static String database;
    private ConfigurableApplicationContext service;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(
                Map.of(
                        "auto.create.topics.enable", "false",
                        "group.initial.rebalance.delay.ms", "0",
                        "offsets.topic.num.partitions", "1"));
        broker.afterPropertiesSet();
        admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()));
        admin.createTopics(List.of(new NewTopic(HoldingFeed.TOPIC, 1, (short) 1))).all().get();
        source = new NamingSource(broker.getBrokersAsString(), 1);
        database = TestPostgres.database();
    }

    @AfterAll
    static void stopBroker() {
        source.close();
        admin.close();
        broker.destroy();
    }

    @BeforeEach
    void start() {
        var properties = new LinkedHashMap<>(source.properties());
        properties.put("haicap.kafka", broker.getBrokersAsString());
        service = TestService.start(database, "one", properties, HoldingFeed.class);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anInboxWhoseTopicLostItsHeadSaysSoAndIsToldAnew() throws Exception {
        source.change("a", "b", "c");
        awaitTheSame();
        service.close();
        source.change("a", "missed-1", "missed-2");
        admin.deleteRecords(Map.of(PARTITION, RecordsToDelete.beforeOffset(end()))).all().get();
        source.change("c");
        source.answers(false);

        start();
        awaitGap("HEAD_REMOVED");
        await().atMost(SOON).until(() -> held().get("c").equals(source.holds().get("c")));
        assertThat(held()).doesNotContainKey("missed-1");
        assertThat(metric()).isEqualTo(1);

        source.answers(true);
        awaitTheSame();
        await().atMost(SOON).until(() -> gaps().isEmpty());
        assertThat(metric()).isZero();
    }

    /** New events lie beyond the old position by then, and those before it would be skipped. */
    @Test
    void anInboxWhoseTopicLostItsTailSkipsNothingAndIsToldAnew() throws Exception {
        source.change(keys("t", 10));
        awaitTheSame();
        long cutAt = end() - 4;
        service.close();
        source.change("missed-3", "missed-4");

        loseTailFrom(cutAt);
        source.change(keys("new", 12));
        assertThat(end()).isGreaterThan(cutAt + 6);
        source.answers(false);

        start();
        awaitGap("TAIL_LOST");
        await().atMost(SOON).until(() -> held().keySet().containsAll(List.of(keys("new", 12))));
        assertThat(held()).doesNotContainKey("missed-3");

        source.answers(true);
        awaitTheSame();
        await().atMost(SOON).until(() -> gaps().isEmpty());
    }

    /** Without having been stopped: the consumer finds out as soon as the broker is back. */
    @Test
    void anInboxAtWorkFindsOutThatTheTailIsLost() throws Exception {
        source.change(keys("w", 8));
        awaitTheSame();

        loseTailFrom(end() - 3);
        source.change("w1", "w2", "w3", "w4", "after");

        await().atMost(SOON).until(() -> source.asked() > 0 || !gaps().isEmpty());
        awaitTheSame();
        await().atMost(SOON).until(() -> gaps().isEmpty());
    }

    /** Stops the broker, cuts the log on its disk before that record, and starts it again. */
    private static void loseTailFrom(long offset) throws Exception {
        var server = broker.getCluster().brokers().values().iterator().next();
        var folder = Path.of(server.config().logDirs().getFirst());
        server.shutdown();
        server.awaitShutdown();
        Files.deleteIfExists(folder.resolve(".kafka_cleanshutdown"));
        cut(folder.resolve(PARTITION + "/00000000000000000000.log"), offset);
        server.startup();
        await().atMost(SOON).ignoreExceptions().until(() -> end() == offset);
    }

    /** A log is batches: base offset, length, and so many bytes. */
    private static void cut(Path log, long offset) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "rw")) {
            long at = 0;
            while (at < file.length()) {
                file.seek(at);
                long base = file.readLong();
                int length = file.readInt();
                if (base >= offset) {
                    file.setLength(at);
                    return;
                }
                at += 12L + length;
            }
            throw new IllegalStateException("no record at " + offset);
        }
    }

    private static long end() throws Exception {
        return admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()))
                .partitionResult(PARTITION)
                .get()
                .offset();
    }

    private static String[] keys(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> prefix + n).toArray(String[]::new);
    }

    private void awaitGap(String reason) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(gaps()).extracting(Inbox.Gap::reason).containsExactly(reason));
    }

    private List<Inbox.Gap> gaps() {
        return service.getBean(Inbox.class).gaps();
    }

    private double metric() {
        return service.getBean(MeterRegistry.class).get("haicap.inbox.gaps").gauge().value();
    }

    private void awaitTheSame() {
        await().atMost(SOON).untilAsserted(() -> assertThat(held()).isEqualTo(source.holds()));
    }

    private Map<String, Long> held() {
        var held = new TreeMap<String, Long>();
        service.getBean(JdbcTemplate.class)
                .query(
                        "SELECT key, version FROM held",
                        rs -> {
                            held.put(rs.getString(1), rs.getLong(2));
                        });
        return held;
    }
}
