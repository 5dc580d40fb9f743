package haicap.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as it came from Kafka: a CloudEvent in binary mode, whose attributes are headers. A
 * consumer reads the state into a record of its own, with only the fields that it uses.
 */
public final class InboundEvent {

    private static final String TRACEPARENT = "ce_traceparent";

    private static final List<String> REQUIRED =
            List.of(
                    "ce_specversion",
                    "ce_id",
                    "ce_source",
                    "ce_aggregate",
                    "ce_type",
                    "ce_unit",
                    "ce_version");

    private static final Set<String> READ =
            Stream.concat(REQUIRED.stream(), Stream.of("ce_time", TRACEPARENT))
                    .collect(Collectors.toUnmodifiableSet());

    private final String topic;
    private final String key;
    private final Map<String, String> headers;
    private final Version version;
    private final Instant time;
    private final EventBody body;

    private InboundEvent(
            String topic,
            String key,
            Map<String, String> headers,
            Version version,
            Instant time,
            EventBody body) {
        this.topic = topic;
        this.key = key;
        this.headers = headers;
        this.version = version;
        this.time = time;
        this.body = body;
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException when it is no event of this house: key or headers missing or
     *     no text, version, time or body unreadable
     */
    public static InboundEvent of(ConsumerRecord<byte[], byte[]> record) {
        var key = Utf8.text("key", record.key());
        var headers = headers(record);
        for (var name : REQUIRED) {
            if (!headers.containsKey(name)) {
                throw new IllegalArgumentException("no header " + name);
            }
        }
        var specification = headers.get("ce_specversion");
        if (!"1.0".equals(specification)) {
            throw new IllegalArgumentException("ce_specversion: " + specification);
        }
        return new InboundEvent(
                record.topic(),
                key,
                headers,
                Version.parse(Objects.requireNonNull(headers.get("ce_version"))),
                time(headers.get("ce_time"), record.timestamp()),
                EventBody.of(record.value()));
    }

    /** Of headers that come twice the last counts. */
    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        var headers = new HashMap<String, String>();
        for (var header : record.headers()) {
            if (header.value() != null && READ.contains(header.key())) {
                headers.put(header.key(), Utf8.text(header.key(), header.value()));
            }
        }
        return headers;
    }

    private static Instant time(@Nullable String time, long written) {
        try {
            var read = time == null ? Instant.ofEpochMilli(written) : Instant.parse(time);
            if (Storable.isInstant(read)) {
                return read;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("ce_time: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("ce_time: no table can hold " + time);
    }

    /** On which it was told. */
    public String topic() {
        return topic;
    }

    /** The aggregate's id. */
    public String key() {
        return key;
    }

    public String id() {
        return Objects.requireNonNull(headers.get("ce_id"));
    }

    /** What it is about, such as {@code CrimeReport}: what to do with it goes by this alone. */
    public String aggregate() {
        return Objects.requireNonNull(headers.get("ce_aggregate"));
    }

    /** Whether it is no aggregate's state, but the beginning or end of a re-announcement. */
    public boolean isFrame() {
        return aggregate().equals("Reannouncement");
    }

    public String type() {
        return Objects.requireNonNull(headers.get("ce_type"));
    }

    /** Id of the unit whose matter it is. */
    public String unit() {
        return Objects.requireNonNull(headers.get("ce_unit"));
    }

    public Version version() {
        return version;
    }

    /** When it happened. */
    public Instant time() {
        return time;
    }

    public @Nullable String traceparent() {
        return headers.get(TRACEPARENT);
    }

    /** The same of a record that nobody has read yet, and that may be no event. */
    public static @Nullable String traceparent(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(TRACEPARENT);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The whole public state after the event, as far as the type has fields for it. */
    public <T> T state(Class<T> type) {
        return body.state(type);
    }

    /**
     * The same as it is stored and compared.
     *
     * @throws IllegalArgumentException when no table can hold it
     */
    public String publicState() {
        return PublicState.of(body.state(ObjectNode.class));
    }

    /** One text of the state, without the rest; null when there is none of that name. */
    public @Nullable String stateText(String name) {
        return body.stateText(name);
    }

    /** Whether nothing happened: a re-announcement, which is never told. */
    public boolean isAnnouncedAnew() {
        return !body.tellsWhatHappened();
    }
}
