package haicap.platform.outbox;

import haicap.platform.broker.BrokerClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the topics that this service owns, however late the broker comes, verifies that they are as
 * they are declared, and says how far a topic reaches. Safe for all threads.
 *
 * <ol>
 *   <li>A topic that is otherwise refuses the start, by name: somebody else made it, or a default
 *       of the broker's did, and what is told there would be lost or out of order.
 *   <li>When the broker comes later than the service, nothing is sent until all are verified, and
 *       what is otherwise makes the service unready and is said again and again.
 * </ol>
 */
@Component
public class Topics implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);
    private static final Duration SAID_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final Duration BROKER_ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final List<Topic> owned;
    private final TopicSettings settings;
    private final Admin admin;
    private final CompletableFuture<List<String>> verified = new CompletableFuture<>();
    private volatile List<String> otherwise = List.of();
    private volatile boolean areThere;
    private @Nullable Thread making;

    Topics(ObjectProvider<Topic> owned, TopicSettings settings, BrokerClients clients) {
        this.owned = owned.orderedStream().toList();
        this.settings = settings;
        this.admin = clients.admin();
        this.areThere = this.owned.isEmpty();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when a topic is not as it is declared
     */
    @Override
    public void start() {
        making = Thread.ofVirtual().name("topics").start(this::make);
        try {
            var differences = verified.get(BROKER_ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            if (!differences.isEmpty()) {
                stop();
                throw new IllegalStateException(String.join("; ", differences));
            }
        } catch (TimeoutException e) {
            log.warn("no broker yet: topics are made and verified when it comes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics cannot be verified", e);
        }
    }

    private void make() {
        try {
            while (!areThere) {
                var differences = new ArrayList<String>();
                for (var topic : owned) {
                    madeAndVerified(topic)
                            .forEach(
                                    each -> differences.add("topic " + topic.name() + ": " + each));
                }
                otherwise = differences;
                areThere = differences.isEmpty();
                verified.complete(differences);
                if (!areThere) {
                    log.error("nothing is sent: {}", String.join("; ", differences));
                    TimeUnit.NANOSECONDS.sleep(SAID_AGAIN_AFTER.toNanos());
                }
            }
            verified.complete(List.of());
        } catch (InterruptedException e) {
            log.debug("stopped before all topics were there");
        }
    }

    private List<String> madeAndVerified(Topic topic) throws InterruptedException {
        while (true) {
            try {
                settings.make(topic);
                return settings.differences(topic);
            } catch (ExecutionException | KafkaException e) {
                log.info("topic {} is not there yet: {}", topic.name(), e.toString());
                TimeUnit.NANOSECONDS.sleep(AGAIN_AFTER.toNanos());
            }
        }
    }

    /** Whether every topic that this service owns is there, as it is declared. */
    boolean areThere() {
        return areThere;
    }

    /** What is otherwise than declared; empty when nothing is known to be. */
    List<String> otherwise() {
        return otherwise;
    }

    /** Whether the newest record of each key of a topic stays for ever. */
    public boolean isCompacted(String topic) {
        try {
            return settings.isCompacted(topic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no settings of " + topic, e);
        }
    }

    /** The next offset of each partition. */
    public Map<Integer, Long> endOffsets(Topic topic) {
        var latest =
                IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                        .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        try {
            var ends = new TreeMap<Integer, Long>();
            admin.listOffsets(latest)
                    .all()
                    .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no end offsets of " + topic.name(), e);
        }
    }

    @Override
    public void stop() {
        if (making != null) {
            making.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return making != null && making.isAlive();
    }
}
