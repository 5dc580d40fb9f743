package haicap.platform.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An event as it came from Kafka. A consumer reads state and happening into records of its own,
 * with only the fields that it uses.
 */
public final class Received {

    private final ConsumerRecord<String, byte[]> record;
    private final CloudEvent event;
    private final Version version;
    private final JsonNode body;

    private Received(
            ConsumerRecord<String, byte[]> record,
            CloudEvent event,
            Version version,
            JsonNode body) {
        this.record = record;
        this.event = event;
        this.version = version;
        this.body = body;
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException when it is no event of this house: headers missing, version
     *     or body unreadable
     */
    public static Received of(ConsumerRecord<String, byte[]> record) {
        try {
            var event = KafkaMessageFactory.createReader(record).toEvent();
            var data = Objects.requireNonNull(event.getData(), "no body");
            var version = Version.parse(attribute(event, "version"));
            Objects.requireNonNull(record.key(), "no key");
            attribute(event, "unit");
            var body = EventJson.read(data.toBytes());
            if (!body.has("state")) {
                throw new IllegalArgumentException("no state in the body");
            }
            return new Received(record, event, version, body);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String attribute(CloudEvent event, String name) {
        return String.valueOf(
                Objects.requireNonNull(event.getExtension(name), () -> "no header ce_" + name));
    }

    public String topic() {
        return record.topic();
    }

    public int partition() {
        return record.partition();
    }

    public long offset() {
        return record.offset();
    }

    /** The aggregate's id. */
    public String key() {
        return record.key();
    }

    public String id() {
        return event.getId();
    }

    public String type() {
        return event.getType();
    }

    /** Id of the unit whose matter it is. */
    public String unit() {
        return attribute(event, "unit");
    }

    public Version version() {
        return version;
    }

    /** When it happened. */
    public Instant time() {
        var time = event.getTime();
        return time == null ? Instant.ofEpochMilli(record.timestamp()) : time.toInstant();
    }

    public @Nullable String traceparent() {
        var traceparent = event.getExtension("traceparent");
        return traceparent == null ? null : traceparent.toString();
    }

    /** The whole public state after the event. */
    public <T> T state(Class<T> type) {
        return read("state", type);
    }

    /** One text of the state, without the rest; null when there is none of that name. */
    public @Nullable String stateText(String name) {
        var text = body.get("state").get(name);
        return text == null || !text.isString() ? null : text.asString();
    }

    /** What happened; null when the state is only announced anew. */
    public <T> @Nullable T happened(Class<T> type) {
        return isAnnouncedAnew() ? null : read("happened", type);
    }

    /** Whether nothing happened: a re-announcement, which is never told. */
    public boolean isAnnouncedAnew() {
        return !body.hasNonNull("happened");
    }

    private <T> T read(String part, Class<T> type) {
        try {
            return EventJson.read(body.get(part), type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(part + ": " + e.getOriginalMessage(), e);
        }
    }
}
