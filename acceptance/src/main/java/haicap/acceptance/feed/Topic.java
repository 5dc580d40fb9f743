package haicap.acceptance.feed;

import haicap.acceptance.system.RunningSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * A plain consumer of whole topics from now on, without a group. It outlives outages of the broker
 * by itself and keeps what it reads.
 */
public final class Topic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, String> consumer;
    private final List<Record> records = new ArrayList<>();
    private final Thread thread;
    private volatile boolean open = true;

    private Topic(KafkaConsumer<String, String> consumer) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().name("topic").daemon().unstarted(this::read);
    }

    /** Reads these topics from their present end on. */
    public static Topic reading(RunningSystem system, String... topics) {
        return reading(system.kafka(), topics);
    }

    /** Reads these topics at this broker from their present end on. */
    public static Topic reading(String bootstrap, String... topics) {
        var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                                500),
                        new StringDeserializer(),
                        new StringDeserializer());
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : topics) {
            for (var partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        var reading = new Topic(consumer);
        reading.thread.start();
        return reading;
    }

    /** What it has read so far. */
    public synchronized List<Record> all() {
        return List.copyOf(records);
    }

    /** Waits for a record like this, read before or to come. */
    public Record await(Predicate<Record> wanted, Duration atMost) {
        return Awaitility.await("record")
                .atMost(atMost)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> all().stream().filter(wanted).findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private void read() {
        try {
            while (open) {
                for (var record : consumer.poll(POLL)) {
                    keep(Record.of(record));
                }
            }
        } catch (InterruptException e) {
            // closed
        } finally {
            consumer.close();
        }
    }

    private synchronized void keep(Record record) {
        records.add(record);
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
