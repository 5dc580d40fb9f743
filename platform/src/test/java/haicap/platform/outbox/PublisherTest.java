package haicap.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import haicap.platform.broker.BrokerClients;
import haicap.platform.events.InboundEvent;
import haicap.platform.events.Version;
import haicap.platform.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private static final String TRACEPARENT = "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01";

    private final String topic = "published-" + UUID.randomUUID();
    private final BrokerClients clients = new BrokerClients(TestKafka.bootstrap());
    private Publisher publisher = Publisher.open(clients, "test", topic, "outbox");

    @AfterEach
    void close() {
        publisher.close();
        clients.close();
    }

    @Test
    void aRowArrivesAsTheEventThatItAnnounces() {
        TestKafka.createTopic(topic, 1);
        publisher.publish(List.of(row(topic, 7)));

        var record = records().getFirst();
        var event = InboundEvent.of(record);
        assertThat(event.key()).isEqualTo("row-7");
        assertThat(event.id()).isEqualTo("row-7/1-7");
        assertThat(event.aggregate()).isEqualTo("Thing");
        assertThat(event.type()).isEqualTo("haicap.test.Changed.v1");
        assertThat(event.unit()).isEqualTo("00004-20250701");
        assertThat(event.version()).isEqualTo(new Version(1, 7));
        assertThat(event.time()).isEqualTo(Instant.EPOCH);
        assertThat(event.traceparent()).isEqualTo(TRACEPARENT);
        assertThat(header(record, "ce_source")).isEqualTo("/test");
        assertThat(header(record, "ce_subject")).isEqualTo("row-7");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    /** Or a broker that comes back in the midst of a batch gets its end before its beginning. */
    @Test
    void nothingIsSentAfterARowThatIsNotTaken() {
        TestKafka.createTopic(topic, 1);
        var batch = List.of(row(topic, 1), row("no such topic", 2), row(topic, 3));

        assertThatException().isThrownBy(() -> publisher.publish(batch));
        open();
        publisher.publish(List.of(row(topic, 4)));

        assertThat(keys()).doesNotContain("row-3").endsWith("row-4");
    }

    /** Were it otherwise, a relay that slept through its lease would write old versions late. */
    @Test
    void whoeverOpensItShutsOutHisPredecessor() {
        TestKafka.createTopic(topic, 1);
        var asleep = publisher;
        asleep.publish(List.of(row(topic, 1)));

        open();
        publisher.publish(List.of(row(topic, 2)));

        assertThatException().isThrownBy(() -> asleep.publish(List.of(row(topic, 1))));
        assertThat(keys()).containsExactly("row-1", "row-2");
        asleep.close();
    }

    private void open() {
        publisher = Publisher.open(clients, "test", topic, "outbox");
    }

    private List<String> keys() {
        return records().stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records() {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrap()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static OutboxRow row(String topic, long id) {
        return new OutboxRow(
                new OutboxRow.Position(1, "1", id),
                topic,
                null,
                "row-" + id,
                "Thing",
                "haicap.test.Changed.v1",
                "00004-20250701",
                "1-" + id,
                Instant.EPOCH,
                TRACEPARENT,
                "{\"happened\": null, \"state\": {}}",
                true);
    }
}
