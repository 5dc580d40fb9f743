package haicap.platform.inbox;

import haicap.platform.inbox.Applying.Batch;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one feed: polls, applies what came in one commit, and starts each partition from
 * the position in the database, never from the broker's memory of it.
 */
final class InboxWorker implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long BACK_OFF_NANOS = Duration.ofMillis(300).toNanos();

    private final EventFeed feed;
    private final InboxConsumers consumers;
    private final InboxPositions positions;
    private final Applying applying;
    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<String, String> topicIds = new HashMap<>();
    private volatile boolean running = true;
    private volatile Map<TopicPartition, Long> lag = Map.of();

    InboxWorker(
            EventFeed feed, InboxConsumers consumers, InboxPositions positions, Applying applying) {
        this.feed = feed;
        this.consumers = consumers;
        this.positions = positions;
        this.applying = applying;
        this.consumer = consumers.open(feed.name());
    }

    EventFeed feed() {
        return feed;
    }

    /** Messages per partition that the broker has and this feed has not applied. */
    Map<TopicPartition, Long> lag() {
        return lag;
    }

    void run() {
        try (consumer) {
            consumer.subscribe(feed.topics(), this);
            while (running) {
                try {
                    pollAndApply();
                } catch (WakeupException e) {
                    log.debug("{} wakes up to stop", feed.name());
                } catch (OffsetOutOfRangeException e) {
                    log.warn("{}: {} begins anew", feed.name(), e.partitions());
                    topicIds.clear();
                    consumer.seekToBeginning(e.partitions());
                    e.partitions().forEach(next::remove);
                } catch (InterruptException e) {
                    return;
                } catch (RuntimeException e) {
                    log.warn("{} pauses: {}", feed.name(), e.toString());
                    LockSupport.parkNanos(BACK_OFF_NANOS);
                    rewindSafely();
                }
            }
        }
    }

    private void pollAndApply() {
        var polled = consumer.poll(POLL);
        if (!polled.isEmpty()) {
            apply(polled);
        }
        measureLag();
    }

    private void apply(ConsumerRecords<String, byte[]> polled) {
        try {
            var batches =
                    polled.partitions().stream()
                            .map(partition -> batch(partition, polled.records(partition)))
                            .toList();
            applying.apply(batches);
            batches.forEach(batch -> next.put(batch.partition(), batch.to()));
        } catch (Applying.Overtaken e) {
            log.info("{}: {} was applied elsewhere", feed.name(), polled.partitions());
            rewind(polled.partitions());
        }
    }

    private Batch batch(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        long from = next.getOrDefault(partition, 0L);
        return new Batch(feed, topicId(partition.topic()), partition, from, records);
    }

    private void measureLag() {
        var behind = new HashMap<TopicPartition, Long>();
        for (var partition : consumer.assignment()) {
            consumer.currentLag(partition).ifPresent(n -> behind.put(partition, n));
        }
        lag = behind;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        rewind(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(next::remove);
    }

    private void rewindSafely() {
        try {
            rewind(consumer.assignment());
        } catch (RuntimeException e) {
            log.debug("{} cannot rewind yet: {}", feed.name(), e.toString());
            next.clear();
        }
    }

    private void rewind(Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            var position = positions.next(feed.name(), topicId(partition.topic()), partition);
            if (position.isPresent()) {
                consumer.seek(partition, position.getAsLong());
                next.put(partition, position.getAsLong());
            } else {
                consumer.seekToBeginning(List.of(partition));
                next.remove(partition);
            }
        }
    }

    private String topicId(String topic) {
        return topicIds.computeIfAbsent(topic, consumers::topicId);
    }

    void stop() {
        running = false;
        consumer.wakeup();
    }
}
