package haicap.reporting.feed;

import haicap.platform.broker.BrokerClients;
import haicap.platform.events.InboundEvent;
import haicap.platform.outbox.Incarnation;
import haicap.platform.threads.Worker;
import haicap.platform.threads.Workers;
import haicap.platform.trace.Hop;
import haicap.platform.trace.Hop.Operation;
import haicap.platform.trace.Tracing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Feeds the ring of this replica, whoever committed.
 *
 * <ol>
 *   <li>The ring starts after the newest record of the table, and again when the database begins
 *       another life: it has forgotten what the ring may hold.
 *   <li>The topic is read without a group, from its end. What the ring has is dropped unread, all
 *       at once when it has the last: after a relay's fall the same comes again, and then what
 *       follows.
 *   <li>When a record comes before its predecessor, the gap is filled from the table.
 *   <li>When nothing comes, the table is looked at, so that a broker that is away or a record that
 *       was sent before we listened holds nothing up.
 * </ol>
 */
@Component
class FeedReplicator implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedReplicator.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);
    private static final int CHUNK = 1_000;
    private static final TopicPartition PARTITION = new TopicPartition(FeedTopic.NAME, 0);

    private record Told(FeedKind kind, String unitId, JsonNode data) {}

    private final FeedTable table;
    private final FeedBuffer buffer;
    private final BrokerClients clients;
    private final String instance;
    private final Workers workers;
    private final Tracing tracing;
    private @Nullable Worker worker;

    FeedReplicator(
            FeedTable table,
            FeedBuffer buffer,
            BrokerClients clients,
            Incarnation incarnation,
            Workers workers,
            Tracing tracing,
            @Value("${haicap.instance}") String instance) {
        this.table = table;
        this.buffer = buffer;
        this.clients = clients;
        this.workers = workers;
        this.tracing = tracing;
        this.instance = instance;
        incarnation.whenRaised(() -> buffer.startAfter(table.newest()));
    }

    @Override
    public void start() {
        buffer.startAfter(table.newest());
        worker = workers.start("feed-tail", this::tail);
    }

    private void tail(Worker self) {
        try (var consumer = open()) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToEnd(List.of(PARTITION));
            while (self.isRunning()) {
                try {
                    take(consumer);
                } catch (InterruptException e) {
                    return;
                } catch (RuntimeException e) {
                    log.warn("the tail pauses: {}", e.toString());
                    LockSupport.parkNanos(POLL.toNanos());
                }
            }
        }
    }

    private Consumer<byte[], byte[]> open() {
        return clients.consumer(
                Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        instance + ".tail",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest"));
    }

    private void take(Consumer<byte[], byte[]> consumer) {
        var polled = consumer.poll(POLL).records(PARTITION);
        if (polled.isEmpty()) {
            fillFromTable();
        } else if (!has(positionOf(polled.getLast()))) {
            takeNew(polled);
        }
    }

    private void takeNew(List<ConsumerRecord<byte[], byte[]>> polled) {
        var told = polled.stream().filter(this::isNew).toList();
        tracing.during(
                () -> told.stream().map(FeedReplicator::hop),
                () -> {
                    if (!buffer.offer(told.stream().map(FeedReplicator::read).toList())) {
                        fillFromTable();
                    }
                });
    }

    private boolean isNew(ConsumerRecord<byte[], byte[]> record) {
        var position = positionOf(record);
        return isOfThisEpoch(position) && !has(position);
    }

    private static Hop hop(ConsumerRecord<byte[], byte[]> record) {
        return new Hop(
                Operation.STREAM,
                FeedTopic.NAME,
                positionOf(record).toString(),
                InboundEvent.traceparent(record));
    }

    private boolean has(Position position) {
        return isOfThisEpoch(position) && position.seq() <= buffer.newest();
    }

    private boolean isOfThisEpoch(Position position) {
        return position.equals(table.position(position.seq()));
    }

    private void fillFromTable() {
        List<FeedRecord> missed;
        do {
            long newest = buffer.newest();
            missed = table.after(newest, CHUNK);
            if (!missed.isEmpty() && missed.getFirst().position().seq() > newest + 1) {
                log.warn("the feed no longer reaches back to {}", newest);
                buffer.startAfter(missed.getFirst().position().seq() - 1);
            }
            buffer.offer(missed);
        } while (missed.size() == CHUNK);
    }

    private static Position positionOf(ConsumerRecord<byte[], byte[]> record) {
        var version = record.headers().lastHeader("ce_version").value();
        return Position.parse(new String(version, StandardCharsets.UTF_8));
    }

    private static FeedRecord read(ConsumerRecord<byte[], byte[]> record) {
        var told = InboundEvent.of(record).state(Told.class);
        return new FeedRecord(
                positionOf(record), told.kind(), told.unitId(), told.data().toString());
    }

    @Override
    public void stop() {
        if (worker != null) {
            worker.stop(STOP_WITHIN);
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null && worker.isRunning();
    }
}
