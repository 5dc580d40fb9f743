package haicap.reporting.testing;

import haicap.platform.testing.TestKafka;
import haicap.reporting.files.CountedKind;
import haicap.reporting.files.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Events as the services that keep records send them. */
public final class Events {

    public static final String CASES = "haicap.case.v1";
    public static final String INSPECTIONS = "haicap.inspection.v1";
    public static final String ORG_RECORDS = "haicap.org-records.v1";

    /** Of the request that caused them all. */
    public static final String TRACEPARENT =
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final JsonMapper JSON = new JsonMapper();

    private static final class Shared {

        private static final KafkaProducer<String, byte[]> PRODUCER =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestKafka.bootstrap(), "linger.ms", 0),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    private Events() {}

    /** A crime report's state after the named event, such as {@code Received}. */
    public static ProducerRecord<String, byte[]> crimeReport(
            String event,
            String id,
            int version,
            String unit,
            Instant receivedAt,
            @Nullable Instant dueAt) {
        var state = new LinkedHashMap<String, Object>();
        state.put("id", id);
        state.put("unitId", unit);
        state.put("state", event.toUpperCase(java.util.Locale.ROOT));
        state.put("open", true);
        state.put("category", "SO");
        state.put("receivedAt", receivedAt.toString());
        state.put("receivedBy", unit);
        state.put("dueAt", dueAt == null ? null : dueAt.toString());
        return record(
                CASES,
                id,
                "CrimeReport",
                "haicap.case.CrimeReport" + event + ".v1",
                version,
                unit,
                receivedAt,
                Map.of("at", receivedAt.toString()),
                state);
    }

    /** An obstacle that a unit raised. */
    public static ProducerRecord<String, byte[]> obstacleRaised(
            String id, String unit, Instant at) {
        return record(
                INSPECTIONS,
                id,
                "Obstacle",
                "haicap.inspection.ObstacleRaised.v1",
                1,
                unit,
                at,
                Map.of("at", at.toString()),
                Map.of(
                        "id",
                        id,
                        "unitId",
                        unit,
                        "state",
                        "RAISED",
                        "open",
                        true,
                        "raisedAt",
                        at.toString()));
    }

    /** A fact as its source tells of it: the named event, such as {@code FindingRecorded}. */
    public static ProducerRecord<String, byte[]> of(Fact fact, String event, Instant at) {
        return record(
                fact.topic(),
                fact.id(),
                aggregate(fact),
                fact.topic().replace("v1", event) + ".v1",
                (int) (fact.version() & 0xFFFFFFFFL),
                fact.unitId(),
                at,
                Map.of("at", at.toString()),
                state(fact));
    }

    /** What events name what the fact is about, such as {@code CrimeReport}. */
    public static String aggregate(Fact fact) {
        return CountedKind.ALL.stream()
                .filter(kind -> kind.name().equals(fact.kind()))
                .map(kind -> kind.type().getSimpleName())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> state(Fact fact) {
        var state = new LinkedHashMap<String, Object>();
        state.put("id", fact.id());
        state.put("unitId", fact.unitId());
        publicState(fact).forEach((name, value) -> state.put(name.toString(), value));
        return state;
    }

    private static Map<?, ?> publicState(Fact fact) {
        return JSON.readValue(fact.publicState(), LinkedHashMap.class);
    }

    /** A fact as its source lists it. */
    public static Map<String, Object> listed(Fact fact) {
        return Map.of(
                "id", fact.id(),
                "unitId", fact.unitId(),
                "version", fact.version(),
                "public", publicState(fact));
    }

    /** The same state, announced anew: nothing happened. */
    public static ProducerRecord<String, byte[]> anew(ProducerRecord<String, byte[]> event) {
        var body = (Map<String, Object>) JSON.readValue(event.value(), LinkedHashMap.class);
        body.put("happened", null);
        var anew = new ProducerRecord<>(event.topic(), event.key(), JSON.writeValueAsBytes(body));
        event.headers().forEach(anew.headers()::add);
        return anew;
    }

    private static ProducerRecord<String, byte[]> record(
            String topic,
            String key,
            String aggregate,
            String type,
            int version,
            String unit,
            Instant at,
            Object happened,
            Object state) {
        return record(
                topic,
                key,
                aggregate,
                type,
                version,
                unit,
                at,
                JSON.writeValueAsBytes(Map.of("happened", happened, "state", state)));
    }

    /** An event with this body. */
    public static ProducerRecord<String, byte[]> record(
            String topic,
            String key,
            String aggregate,
            String type,
            int version,
            String unit,
            Instant at,
            byte[] body) {
        var record = new ProducerRecord<>(topic, key, body);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        key + "/1-" + version,
                        "ce_type",
                        type,
                        "ce_source",
                        "/test",
                        "ce_subject",
                        key,
                        "ce_time",
                        at.toString(),
                        "ce_unit",
                        unit,
                        "ce_version",
                        "1-" + version,
                        "ce_traceparent",
                        TRACEPARENT,
                        "content-type",
                        "application/json")
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        record.headers().add("ce_aggregate", aggregate.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** Sends them in their order. */
    @SafeVarargs
    public static void send(ProducerRecord<String, byte[]>... events) {
        for (var event : events) {
            Shared.PRODUCER.send(event);
        }
        Shared.PRODUCER.flush();
    }

    /** Where each partition of a topic ends. */
    public static Map<Integer, Long> ends(String topic) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrap()))) {
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            for (var each : Shared.PRODUCER.partitionsFor(topic)) {
                latest.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest());
            }
            var ends = new TreeMap<Integer, Long>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The event as a consumer gets it. */
    public static ConsumerRecord<byte[], byte[]> arrived(ProducerRecord<String, byte[]> sent) {
        var arrived =
                new ConsumerRecord<>(
                        sent.topic(),
                        0,
                        0,
                        sent.key().getBytes(StandardCharsets.UTF_8),
                        sent.value());
        sent.headers().forEach(arrived.headers()::add);
        return arrived;
    }
}
