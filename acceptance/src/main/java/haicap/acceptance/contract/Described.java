package haicap.acceptance.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One answer that the document has for an operation.
 *
 * @param bodies the schema by the media type; empty where nothing comes
 */
record Described(Map<String, Schema> bodies) {

    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    static Described by(JsonNode said, Schemas schemas) {
        var bodies = new HashMap<String, Schema>();
        said.path("content")
                .properties()
                .forEach(each ->
                        bodies.put(
                                each.getKey(), schemas.compiled(each.getValue().path("schema"))));
        return new Described(bodies);
    }

    /** What is otherwise with this one; empty when nothing is. */
    List<String> differences(@Nullable String type, String body) {
        if (bodies.isEmpty()) {
            return body.isEmpty() ? List.of() : List.of("has a body");
        }
        var plain = type == null ? "none" : type.split(";")[0].strip();
        var schema = bodies.get(plain);
        if (schema == null) {
            return List.of("is " + plain + ", not of " + bodies.keySet());
        }
        if (!plain.equals(JSON) && !plain.equals(PROBLEM)) {
            return List.of();
        }
        return schema.validate(body, InputFormat.JSON).stream().map(Object::toString).toList();
    }
}
