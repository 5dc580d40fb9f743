package haicap.reporting.rebuild;

import haicap.platform.broker.BrokerClients;
import haicap.reporting.facts.Arrival;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads every topic of files from its beginning, outside of any group, and understands what it
 * reads. While one chunk is worked on, the next is understood and the one after it is read. What
 * was taken counts as read once it is kept; until then it can be taken again. For one thread.
 *
 * @param <T> what is understood of so many messages
 */
final class TopicReader<T> implements AutoCloseable {

    private static final int AT_ONCE = 2_000;
    private static final int CHUNKS_AHEAD = 2;
    private static final int FETCH_BYTES = 1 << 20;

    /** So that what follows arrives while nobody polls. */
    private static final int AS_MUCH_AS_THE_SYSTEM_GIVES = -1;

    private static final Duration PATIENCE = Duration.ofMillis(200);

    /**
     * What was read at once.
     *
     * @param <C> the messages, or what is understood of them
     * @param ends per partition: the offset after it
     * @param unread how many messages are known to follow
     */
    private record Chunk<C>(C content, Map<TopicPartition, Long> ends, long unread) {

        <D> Chunk<D> map(Function<C, D> understand) {
            return new Chunk<>(understand.apply(content), ends, unread);
        }
    }

    private final Consumer<byte[], byte[]> consumer;
    private final Function<List<ConsumerRecord<byte[], byte[]>>, T> understand;
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<TopicPartition, Long> kept = new HashMap<>();
    private final Map<TopicPartition, Long> taken = new HashMap<>();
    private final Map<TopicPartition, Long> begins;
    private final long total;
    private long unread = Long.MAX_VALUE;
    private final Queue<CompletableFuture<Chunk<T>>> ahead = new ArrayDeque<>();

    /** The consumer is for one thread at a time. */
    private CompletableFuture<?> reading = CompletableFuture.completedFuture(null);

    TopicReader(
            BrokerClients clients,
            String clientId,
            Function<List<ConsumerRecord<byte[], byte[]>>, T> understand) {
        this.understand = understand;
        consumer = open(clients, clientId);
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : Arrival.TOPICS) {
            consumer.partitionsFor(topic)
                    .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        consumer.assign(partitions);
        begins = Map.copyOf(consumer.beginningOffsets(partitions));
        kept.putAll(begins);
        back();
        total =
                consumer.endOffsets(partitions).entrySet().stream()
                        .mapToLong(end -> end.getValue() - kept.getOrDefault(end.getKey(), 0L))
                        .sum();
    }

    private static Consumer<byte[], byte[]> open(BrokerClients clients, String clientId) {
        return clients.consumer(
                Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG, clientId,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES,
                        ConsumerConfig.RECEIVE_BUFFER_CONFIG, AS_MUCH_AS_THE_SYSTEM_GIVES));
    }

    /** Where the log of each partition begins. */
    Map<TopicPartition, Long> begins() {
        return begins;
    }

    /** How many messages there were at the beginning. */
    long total() {
        return total;
    }

    /** What follows; of no messages when none came for a moment. */
    T take() {
        while (ahead.size() <= CHUNKS_AHEAD) {
            var read = reading.thenApplyAsync(before -> read(), thread);
            ahead.add(read.thenApplyAsync(chunk -> chunk.map(understand), thread));
            reading = read;
        }
        var chunk = ahead.remove().join();
        taken.putAll(chunk.ends());
        unread = chunk.unread();
        return chunk.content();
    }

    private Chunk<List<ConsumerRecord<byte[], byte[]>>> read() {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        consumer.poll(PATIENCE).forEach(records::add);
        var ends = new HashMap<TopicPartition, Long>();
        long following = 0;
        for (var partition : consumer.assignment()) {
            ends.put(partition, consumer.position(partition));
            following += consumer.currentLag(partition).orElse(Long.MAX_VALUE / 100);
        }
        return new Chunk<>(records, ends, following);
    }

    /** Everything that was taken is kept. */
    void keep() {
        kept.putAll(taken);
    }

    /** What is not kept will be taken again. */
    void back() {
        await();
        taken.putAll(kept);
        kept.forEach(consumer::seek);
    }

    private void await() {
        ahead.forEach(chunk -> chunk.handle((read, failure) -> read).join());
        ahead.clear();
        reading = CompletableFuture.completedFuture(null);
    }

    /** Whether no more than this was known to follow what was taken. */
    boolean isNearEnd(long messages) {
        return unread <= messages;
    }

    /** Whether everything before these offsets of a topic was taken. */
    boolean hasPassed(String topic, Map<Integer, Long> offsets) {
        return offsets.entrySet().stream()
                .allMatch(offset ->
                        taken.getOrDefault(new TopicPartition(topic, offset.getKey()), 0L)
                                >= offset.getValue());
    }

    @Override
    public void close() {
        await();
        thread.close();
        consumer.close();
    }
}
