package haicap.platform.records;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as the table keeps them. Null is absent, and instants and days have one text form, so
 * that equal states are equal JSON.
 */
final class RecordJson {

    private static final String HEAD = "head";
    private static final String TEXTS = "texts";
    private static final TypeReference<Map<String, Change>> CHANGES = new TypeReference<>() {};

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE))
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private RecordJson() {}

    /** What a record has beside its head and its texts. */
    static String body(WorkRecord work) {
        return tree(work).without(HEAD).without(TEXTS).toString();
    }

    /** The same with another post wherever one of these attributes names that one. */
    static String bodyWith(WorkRecord work, List<String> attributes, String from, String to) {
        var body = (ObjectNode) MAPPER.readTree(body(work));
        attributes.stream()
                .filter(name -> body.path(name).asString("").equals(from))
                .forEach(name -> body.put(name, to));
        return body.toString();
    }

    /** Texts, or changes. */
    static String text(Object value) {
        return tree(value).toString();
    }

    static Map<String, Change> changes(String json) {
        return MAPPER.readValue(json, CHANGES);
    }

    static <R> R record(Class<R> type, Head head, String body, String texts) {
        var tree = (ObjectNode) MAPPER.readTree(body);
        tree.set(HEAD, MAPPER.valueToTree(head));
        tree.set(TEXTS, MAPPER.readTree(texts));
        return MAPPER.treeToValue(tree, type);
    }

    /** The same record with another head. */
    static <R extends WorkRecord> R with(Class<R> type, R record, Head head) {
        return record(type, head, body(record), text(record.texts()));
    }

    /** Without what is null. */
    static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }
}
