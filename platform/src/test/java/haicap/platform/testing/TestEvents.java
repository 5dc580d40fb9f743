package haicap.platform.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Events of no service in particular, as they lie on a topic. */
public final class TestEvents {

    /** The body of an event that says nothing. */
    public static final String EMPTY_BODY = "{\"happened\":{},\"state\":{}}";

    private TestEvents() {}

    /** The headers of an event about the aggregate of that key. */
    public static List<Header> headers(String key, String unit, String version) {
        return Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", key + "/" + version,
                        "ce_aggregate", "Thing",
                        "ce_type", "haicap.test.Happened.v1",
                        "ce_source", "/test",
                        "ce_subject", key,
                        "ce_time", "2026-11-22T00:00:00Z",
                        "ce_unit", unit,
                        "ce_version", version,
                        "content-type", "application/json")
                .entrySet()
                .stream()
                .<Header>map(header -> new RecordHeader(header.getKey(), bytes(header.getValue())))
                .toList();
    }

    /** As everything on a topic is written. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
