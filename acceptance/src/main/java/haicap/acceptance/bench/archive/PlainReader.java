package haicap.acceptance.bench.archive;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads all messages of the topics of files and parses them, and does nothing else. */
final class PlainReader {

    private static final List<String> TOPICS = List.of("haicap.case.v1", "haicap.inspection.v1");
    private static final JsonMapper JSON = new JsonMapper();

    private PlainReader() {}

    /** Messages per second. */
    static double perSecond(String bootstrap) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                4_000,
                                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                                8 << 20),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    TOPICS.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(each -> new TopicPartition(each.topic(), each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var begun = System.nanoTime();
            var read = 0L;
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    read += JSON.readTree(message.value()).has("state") ? 1 : 0;
                }
            }
            return read / ((System.nanoTime() - begun) / 1e9);
        }
    }
}
