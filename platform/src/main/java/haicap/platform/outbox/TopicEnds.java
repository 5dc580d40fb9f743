package haicap.platform.outbox;

import haicap.platform.broker.BrokerClients;
import haicap.platform.outbox.OutboxRow.Position;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Compares what the topics of this service end with and what this database has said. An older copy
 * of it that was put back, with the same server and timeline, is found by nothing else: the last
 * record of a partition names a place in the outbox that the relay of this copy has not passed, and
 * the row is not there.
 */
@Component
class TopicEnds {

    /** Header with the relay's name and the row's place, an extension of CloudEvents. */
    static final String POSITION = "ce_outboxposition";

    private static final Logger log = LoggerFactory.getLogger(TopicEnds.class);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);

    /** The end may be marks of transactions, which are no records; so far back is looked. */
    private static final List<Integer> BACK = List.of(4, 256, 16_384);

    private final List<Topic> topics;
    private final BrokerClients clients;
    private final Incarnation incarnation;

    TopicEnds(ObjectProvider<Topic> topics, BrokerClients clients, Incarnation incarnation) {
        this.topics = topics.orderedStream().toList();
        this.clients = clients;
        this.incarnation = incarnation;
    }

    /**
     * Raises the incarnation when a topic, all of which are there, ends with what these rows never
     * were.
     *
     * @throws RuntimeException when the broker does not tell; nothing may be sent then
     */
    void compare(OutboxRows rows, RelayPosition place) {
        var unknown =
                lastRecords().stream()
                        .flatMap(record -> Sent.of(record).stream())
                        .filter(sent -> sent.relay().equals(rows.name()))
                        .filter(sent -> !isKnown(sent, rows, place))
                        .toList();
        if (!unknown.isEmpty()) {
            log.warn("the topics are ahead of the database: {}", unknown);
            int above = unknown.stream().mapToInt(s -> s.position().incarnation()).max().orElse(0);
            incarnation.raise(above, "the topics are ahead of the database");
        }
    }

    /** What an older life has said is superseded, whatever became of it. */
    private boolean isKnown(Sent sent, OutboxRows rows, RelayPosition place) {
        return sent.position().incarnation() < incarnation.number()
                || place.hasPassed(sent.position())
                || rows.has(sent.position(), sent.key(), sent.traceparent());
    }

    /** What a record tells of the row that it was. */
    private record Sent(String relay, Position position, String key, String traceparent) {

        static Optional<Sent> of(ConsumerRecord<byte[], byte[]> record) {
            var place = text(record, POSITION);
            var traceparent = text(record, "ce_traceparent");
            if (place == null || traceparent == null || record.key() == null) {
                return Optional.empty();
            }
            int slash = place.lastIndexOf('/');
            try {
                return Optional.of(
                        new Sent(
                                place.substring(0, Math.max(slash, 0)),
                                Position.parse(place.substring(slash + 1)),
                                new String(record.key(), StandardCharsets.UTF_8),
                                traceparent));
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // not ours
            }
        }

        private static @Nullable String text(ConsumerRecord<?, ?> record, String header) {
            var found = record.headers().lastHeader(header);
            return found == null || found.value() == null
                    ? null
                    : new String(found.value(), StandardCharsets.UTF_8);
        }
    }

    private Collection<ConsumerRecord<byte[], byte[]>> lastRecords() {
        var partitions =
                topics.stream()
                        .flatMap(topic ->
                                IntStream.range(0, topic.partitions())
                                        .mapToObj(p -> new TopicPartition(topic.name(), p)))
                        .toList();
        if (partitions.isEmpty()) {
            return List.of();
        }
        try (var consumer = open()) {
            consumer.assign(partitions);
            var last = new HashMap<TopicPartition, ConsumerRecord<byte[], byte[]>>();
            for (int back : BACK) {
                var open = partitions.stream().filter(p -> !last.containsKey(p)).toList();
                readBack(consumer, open, back, last);
            }
            return last.values();
        }
    }

    private static void readBack(
            Consumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            int back,
            Map<TopicPartition, ConsumerRecord<byte[], byte[]>> last) {
        var begin = consumer.beginningOffsets(partitions, WITHIN);
        var end = consumer.endOffsets(partitions, WITHIN);
        begin.forEach((partition, first) ->
                consumer.seek(
                        partition, Math.max(first, end.getOrDefault(partition, first) - back)));
        var giveUp = System.nanoTime() + WITHIN.toNanos();
        while (!isRead(consumer, end)) {
            if (System.nanoTime() - giveUp > 0) {
                throw new IllegalStateException(
                        "the ends of " + partitions + " are not to be read");
            }
            for (var record : consumer.poll(POLL)) {
                last.put(new TopicPartition(record.topic(), record.partition()), record);
            }
        }
    }

    private static boolean isRead(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey(), WITHIN) >= end.getValue());
    }

    private Consumer<byte[], byte[]> open() {
        return clients.consumer(
                Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "topic-ends",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"));
    }
}
