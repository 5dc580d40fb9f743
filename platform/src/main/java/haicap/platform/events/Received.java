package haicap.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An event as it came from Kafka: a CloudEvent in binary mode, whose attributes are headers. A
 * consumer reads the state into a record of its own, with only the fields that it uses.
 */
public final class Received {

    private static final List<String> REQUIRED =
            List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_unit", "ce_version");

    private final ConsumerRecord<String, byte[]> record;
    private final Version version;
    private final Instant time;
    private final JsonNode body;

    private Received(
            ConsumerRecord<String, byte[]> record, Version version, Instant time, JsonNode body) {
        this.record = record;
        this.version = version;
        this.time = time;
        this.body = body;
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException when it is no event of this house: headers missing, version,
     *     time or body unreadable
     */
    public static Received of(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            throw new IllegalArgumentException("no key");
        }
        for (var name : REQUIRED) {
            if (header(record, name) == null) {
                throw new IllegalArgumentException("no header " + name);
            }
        }
        var specification = required(record, "ce_specversion");
        if (!specification.equals("1.0")) {
            throw new IllegalArgumentException("ce_specversion: " + specification);
        }
        var version = Version.parse(required(record, "ce_version"));
        return new Received(record, version, time(record), body(record.value()));
    }

    private static Instant time(ConsumerRecord<String, byte[]> record) {
        var time = header(record, "ce_time");
        try {
            return time == null ? Instant.ofEpochMilli(record.timestamp()) : Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("ce_time: " + e.getMessage(), e);
        }
    }

    private static JsonNode body(byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalArgumentException("no body");
        }
        try {
            var body = EventJson.read(value);
            if (!body.has("state")) {
                throw new IllegalArgumentException("no state in the body");
            }
            return body;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        return Objects.requireNonNull(header(record, name));
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The aggregate's id. */
    public String key() {
        return record.key();
    }

    public String id() {
        return required(record, "ce_id");
    }

    public String type() {
        return required(record, "ce_type");
    }

    /** Id of the unit whose matter it is. */
    public String unit() {
        return required(record, "ce_unit");
    }

    public Version version() {
        return version;
    }

    /** When it happened. */
    public Instant time() {
        return time;
    }

    public @Nullable String traceparent() {
        return header(record, "ce_traceparent");
    }

    /** The whole public state after the event, as far as the type has fields for it. */
    public <T> T state(Class<T> type) {
        try {
            return EventJson.read(body.get("state"), type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("state: " + e.getOriginalMessage(), e);
        }
    }

    /** One text of the state, without the rest; null when there is none of that name. */
    public @Nullable String stateText(String name) {
        var text = body.get("state").get(name);
        return text == null || !text.isString() ? null : text.asString();
    }

    /** Whether nothing happened: a re-announcement, which is never told. */
    public boolean isAnnouncedAnew() {
        return !body.hasNonNull("happened");
    }
}
