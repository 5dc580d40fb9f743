package haicap.platform.outbox;

import haicap.platform.broker.BrokerClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the topics that this service owns, however late the broker comes, and says how far a topic
 * reaches. Safe for all threads.
 */
@Component
public class Topics implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final List<Topic> owned;
    private final Admin admin;
    private @Nullable Thread making;

    Topics(ObjectProvider<Topic> owned, BrokerClients clients) {
        this.owned = owned.orderedStream().toList();
        this.admin = clients.admin();
    }

    @Override
    public void start() {
        making = Thread.ofVirtual().name("topics").start(this::make);
    }

    private void make() {
        try {
            for (var topic : owned) {
                while (!isThere(topic)) {
                    TimeUnit.NANOSECONDS.sleep(AGAIN_AFTER.toNanos());
                }
            }
        } catch (InterruptedException e) {
            log.debug("stopped before all topics were there");
        }
    }

    private boolean isThere(Topic topic) throws InterruptedException {
        var wanted =
                new NewTopic(topic.name(), topic.partitions(), (short) -1)
                        .configs(topic.settings());
        try {
            admin.createTopics(List.of(wanted)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            log.info("topic {} is not there yet: {}", topic.name(), String.valueOf(e.getCause()));
            return false;
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
