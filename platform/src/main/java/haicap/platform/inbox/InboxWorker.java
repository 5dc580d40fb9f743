package haicap.platform.inbox;

import haicap.platform.inbox.Applying.Batch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one feed: polls, applies what came in one commit, and starts each partition from
 * the position in the database, never from the broker's memory of it. While it is behind the
 * broker, a second thread applies one batch as the first reads and understands the next.
 */
final class InboxWorker implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long BACK_OFF_NANOS = Duration.ofMillis(300).toNanos();

    private final EventConsumer<?> feed;
    private final InboxConsumers consumers;
    private final Continuity continuity;
    private final Applying applying;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<String, String> topicIds = new HashMap<>();
    private final ExecutorService applier;
    private CompletableFuture<Void> turn = CompletableFuture.completedFuture(null);
    private boolean astray;
    private volatile boolean running = true;
    private volatile Map<TopicPartition, Long> lag = Map.of();

    InboxWorker(
            EventConsumer<?> feed,
            InboxConsumers consumers,
            Continuity continuity,
            Applying applying) {
        this.feed = feed;
        this.consumers = consumers;
        this.continuity = continuity;
        this.applying = applying;
        this.consumer = consumers.open(feed.name());
        this.applier =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform()
                                .name("inbox-" + feed.name() + "-apply")
                                .daemon()
                                .factory());
    }

    EventConsumer<?> feed() {
        return feed;
    }

    /** Messages per partition that the broker has and this feed has not applied. */
    Map<TopicPartition, Long> lag() {
        return lag;
    }

    void run() {
        try (consumer;
                applier) {
            consumer.subscribe(feed.topics(), this);
            while (running) {
                try {
                    pollAndApply();
                } catch (WakeupException e) {
                    log.debug("{} wakes up to stop", feed.name());
                } catch (Applying.Overtaken e) {
                    log.info("{}: a batch was applied elsewhere", feed.name());
                    rewindSafely();
                } catch (OffsetOutOfRangeException e) {
                    lost(e);
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
        if (astray) {
            rewindAll();
        }
        var polled = consumer.poll(POLL);
        if (polled.nextOffsets().isEmpty()) {
            awaitTurn();
        } else {
            var work = applying.prepare(batches(polled));
            awaitTurn();
            if (behind().values().stream().anyMatch(messages -> messages > 0)) {
                turn = CompletableFuture.runAsync(work, applier);
            } else {
                work.run();
            }
        }
        lag = behind();
    }

    /**
     * They follow on what was polled before, whether that has been applied yet or not. One may be
     * of no message: the consumer has passed the end of a transaction.
     */
    private List<Batch> batches(ConsumerRecords<byte[], byte[]> polled) {
        var batches = new ArrayList<Batch>();
        polled.nextOffsets()
                .forEach((partition, to) -> {
                    var topicId = topicId(partition.topic());
                    long from = next.getOrDefault(partition, 0L);
                    batches.add(
                            new Batch(
                                    feed, topicId, partition, from, to, polled.records(partition)));
                    next.put(partition, to.offset());
                });
        return batches;
    }

    /** Returns when what was given to the other thread is done; fails as that did. */
    private void awaitTurn() {
        var given = turn;
        turn = CompletableFuture.completedFuture(null);
        try {
            given.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error; // it ends this thread, visibly
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Map<TopicPartition, Long> behind() {
        var behind = new HashMap<TopicPartition, Long>();
        for (var partition : consumer.assignment()) {
            consumer.currentLag(partition).ifPresent(n -> behind.put(partition, n));
        }
        return behind;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        rewind(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(next::remove);
    }

    /** What was polled before is applied first: it is part of what the log has lost, or not. */
    private void lost(OffsetOutOfRangeException refusal) {
        try {
            turn.exceptionally(failure -> null).join();
            topicIds.clear();
            for (var partition : refusal.partitions()) {
                continuity.lost(feed.name(), topicId(partition.topic()), partition, refusal);
            }
        } catch (RuntimeException e) {
            log.warn("{} pauses: {}", feed.name(), e.toString());
            LockSupport.parkNanos(BACK_OFF_NANOS);
        }
        rewindSafely();
    }

    private void rewindSafely() {
        try {
            rewindAll();
        } catch (RuntimeException e) {
            log.debug("{} cannot rewind yet: {}", feed.name(), e.toString());
        }
    }

    /**
     * Until this has succeeded nothing is polled: what was read and not applied would be passed
     * over.
     */
    private void rewindAll() {
        astray = true;
        rewind(consumer.assignment());
        turn = CompletableFuture.completedFuture(null);
        astray = false;
    }

    private void rewind(Collection<TopicPartition> partitions) {
        turn.exceptionally(failure -> null).join(); // it may still advance them
        for (var partition : partitions) {
            var topicId = topicId(partition.topic());
            var position = continuity.placeOf(feed.name(), topicId, partition);
            if (position.isPresent()) {
                consumer.seek(partition, position.get());
                next.put(partition, position.get().offset());
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
