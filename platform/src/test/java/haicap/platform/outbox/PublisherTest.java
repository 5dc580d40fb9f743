package haicap.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import haicap.platform.testing.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private final String topic = "published-" + UUID.randomUUID();
    private final Publisher publisher = new Publisher(TestKafka.bootstrap(), "test");

    @AfterEach
    void close() {
        publisher.close();
    }

    /** Or a broker that comes back in the midst of a batch gets its end before its beginning. */
    @Test
    void nothingIsSentAfterARowThatIsNotTaken() {
        TestKafka.createTopic(topic, 1);
        var batch = List.of(row(topic, 1), row("no such topic", 2), row(topic, 3));

        assertThatIllegalStateException().isThrownBy(() -> publisher.publish(batch));
        publisher.publish(List.of(row(topic, 4)));

        assertThat(keys()).containsExactly("row-1", "row-4");
    }

    private List<String> keys() {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrap()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var keys = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
            }
            return keys;
        }
    }

    private static OutboxRow row(String topic, long id) {
        return new OutboxRow(
                new OutboxRow.Position("1", id),
                topic,
                "row-" + id,
                "haicap.test.Changed.v1",
                "00004-20250701",
                "1-" + id,
                Instant.EPOCH,
                "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01",
                "{\"happened\": null, \"state\": {}}",
                true);
    }
}
