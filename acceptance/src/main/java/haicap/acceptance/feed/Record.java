package haicap.acceptance.feed;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A CloudEvent in binary mode, as it lies in a topic. */
public record Record(
        String topic,
        String key,
        String type,
        String unit,
        String version,
        String traceparent,
        String body) {

    private static final JsonMapper JSON = new JsonMapper();

    static Record of(ConsumerRecord<String, String> record) {
        return new Record(
                record.topic(),
                record.key(),
                header(record, "ce_type"),
                header(record, "ce_unit"),
                header(record, "ce_version"),
                header(record, "ce_traceparent"),
                record.value());
    }

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The counter in the version {@code incarnation-counter}. */
    public long counter() {
        return Long.parseLong(version.substring(version.indexOf('-') + 1));
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
