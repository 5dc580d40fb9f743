package haicap.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from Kafka: a CloudEvent in binary mode, whose attributes are headers. A
 * consumer reads the state into a record of its own, with only the fields that it uses.
 */
public final class Received {

    private static final List<String> REQUIRED =
            List.of(
                    "ce_specversion",
                    "ce_id",
                    "ce_source",
                    "ce_aggregate",
                    "ce_type",
                    "ce_unit",
                    "ce_version");

    private final String key;
    private final Map<String, byte[]> headers;
    private final Version version;
    private final Instant time;
    private final EventBody body;

    private Received(
            String key,
            Map<String, byte[]> headers,
            Version version,
            Instant time,
            EventBody body) {
        this.key = key;
        this.headers = headers;
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
        var headers = headers(record);
        for (var name : REQUIRED) {
            if (!headers.containsKey(name)) {
                throw new IllegalArgumentException("no header " + name);
            }
        }
        var specification = text(headers.get("ce_specversion"));
        if (!specification.equals("1.0")) {
            throw new IllegalArgumentException("ce_specversion: " + specification);
        }
        return new Received(
                record.key(),
                headers,
                Version.parse(text(headers.get("ce_version"))),
                time(headers.get("ce_time"), record.timestamp()),
                EventBody.of(record.value()));
    }

    /** Of headers that come twice the last counts. */
    private static Map<String, byte[]> headers(ConsumerRecord<?, ?> record) {
        var headers = new HashMap<String, byte[]>();
        for (var header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), header.value());
            }
        }
        return headers;
    }

    private static Instant time(byte @Nullable [] time, long written) {
        try {
            return time == null ? Instant.ofEpochMilli(written) : Instant.parse(text(time));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("ce_time: " + e.getMessage(), e);
        }
    }

    private static String text(byte @Nullable [] value) {
        return new String(Objects.requireNonNull(value), StandardCharsets.UTF_8);
    }

    /** The aggregate's id. */
    public String key() {
        return key;
    }

    public String id() {
        return text(headers.get("ce_id"));
    }

    /** What it is about, such as {@code CrimeReport}: what to do with it goes by this alone. */
    public String aggregate() {
        return text(headers.get("ce_aggregate"));
    }

    public String type() {
        return text(headers.get("ce_type"));
    }

    /** Id of the unit whose matter it is. */
    public String unit() {
        return text(headers.get("ce_unit"));
    }

    public Version version() {
        return version;
    }

    /** When it happened. */
    public Instant time() {
        return time;
    }

    public @Nullable String traceparent() {
        var traceparent = headers.get("ce_traceparent");
        return traceparent == null ? null : text(traceparent);
    }

    /** The whole public state after the event, as far as the type has fields for it. */
    public <T> T state(Class<T> type) {
        return body.state(type);
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
