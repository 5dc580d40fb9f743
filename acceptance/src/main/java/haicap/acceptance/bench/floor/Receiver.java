package haicap.acceptance.bench.floor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer on a thread of its own that hands on each record of a topic as it comes. */
public final class Receiver implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final Consumer<ConsumerRecord<String, String>> each;
    private final Thread thread =
            Thread.ofPlatform().name("receiver").daemon().unstarted(this::run);
    private volatile boolean open = true;

    private Receiver(
            KafkaConsumer<String, String> consumer, Consumer<ConsumerRecord<String, String>> each) {
        this.consumer = consumer;
        this.each = each;
    }

    /** Receives what comes from now on. */
    public static Receiver of(
            String bootstrap, String topic, Consumer<ConsumerRecord<String, String>> each) {
        var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                5_000,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        new StringDeserializer(),
                        new StringDeserializer());
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        List.copyOf(partitions).forEach(consumer::position);
        var receiver = new Receiver(consumer, each);
        receiver.thread.start();
        return receiver;
    }

    private void run() {
        try (consumer) {
            while (open) {
                consumer.poll(Duration.ofMillis(100)).forEach(each);
            }
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
