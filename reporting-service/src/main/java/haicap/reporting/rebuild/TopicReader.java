package haicap.reporting.rebuild;

import haicap.reporting.facts.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads every topic of files from its beginning, outside of any group. What was read counts as read
 * once it is kept; until then it can be read again.
 */
final class TopicReader implements AutoCloseable {

    private static final int AT_ONCE = 4_000;
    private static final int FETCH_BYTES = 8 << 20;

    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> kept = new HashMap<>();
    private final long total;

    TopicReader(String bootstrap, String clientId) {
        consumer = open(bootstrap, clientId);
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : Arrival.TOPICS) {
            consumer.partitionsFor(topic)
                    .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        consumer.assign(partitions);
        kept.putAll(consumer.beginningOffsets(partitions));
        back();
        total =
                consumer.endOffsets(partitions).entrySet().stream()
                        .mapToLong(end -> end.getValue() - kept.getOrDefault(end.getKey(), 0L))
                        .sum();
    }

    private static Consumer<String, byte[]> open(String bootstrap, String clientId) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        clientId,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        AT_ONCE,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        FETCH_BYTES),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** How many messages there were at the beginning. */
    long total() {
        return total;
    }

    List<ConsumerRecord<String, byte[]>> read(Duration atMost) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        consumer.poll(atMost).forEach(records::add);
        return records;
    }

    /** Everything that was read is kept. */
    void keep() {
        consumer.assignment().forEach(each -> kept.put(each, consumer.position(each)));
    }

    /** What is not kept will be read again. */
    void back() {
        kept.forEach(consumer::seek);
    }

    /** Whether no more than this is known to be unread. */
    boolean isNearEnd(long messages) {
        long unread = 0;
        for (var partition : consumer.assignment()) {
            unread += consumer.currentLag(partition).orElse(Long.MAX_VALUE / 100);
        }
        return unread <= messages;
    }

    /** Whether everything before these offsets of a topic was read. */
    boolean hasPassed(String topic, Map<Integer, Long> offsets) {
        return offsets.entrySet().stream()
                .allMatch(offset ->
                        consumer.position(new TopicPartition(topic, offset.getKey()))
                                >= offset.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
