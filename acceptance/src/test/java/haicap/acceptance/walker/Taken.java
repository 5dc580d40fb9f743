package haicap.acceptance.walker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parameter or a field that an operation takes.
 *
 * @param name as a problem names it: a parameter's name, or a pointer into the body
 * @param schema what the document says of it
 */
record Taken(String name, JsonNode schema) {

    private static final int LONG = 4_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    static Taken parameter(JsonNode said) {
        return new Taken(said.path("name").asString(), said.path("schema"));
    }

    /** The fields of the body that works, and those that it lacks; of lists the first item's. */
    static List<Taken> fields(Operation operation) {
        var example = operation.example();
        var found = new ArrayList<Taken>();
        if (example != null) {
            walk("", operation.bodySchema(), example, operation, found);
        }
        return found;
    }

    private static void walk(
            String pointer,
            JsonNode schema,
            JsonNode example,
            Operation operation,
            List<Taken> found) {
        schema.path("properties")
                .properties()
                .forEach(each -> {
                    var here = pointer + "/" + each.getKey();
                    var said = operation.meant(each.getValue());
                    var value = example.path(each.getKey());
                    if (said.has("properties") && value.isObject()) {
                        walk(here, said, value, operation, found);
                    } else if (said.has("items") && value.path(0).isObject()) {
                        walk(
                                here + "/0",
                                operation.meant(said.path("items")),
                                value.path(0),
                                operation,
                                found);
                    } else {
                        found.add(new Taken(here, said));
                    }
                });
    }

    boolean is(String kind) {
        return kind.equals(kind())
                || kind.equals("text") && List.of("line", "lines").contains(kind());
    }

    private String kind() {
        if (schema.has("enum")) {
            return "choice";
        }
        if (schema.path("items").has("enum")) {
            return "choices";
        }
        return switch (type() + " " + schema.path("format").asString("")) {
            case "boolean " -> "yes-no";
            case "integer ", "integer int32", "integer int64" -> "number";
            case "string date" -> "day";
            case "string date-time" -> "instant";
            case "string " -> text();
            default -> "other";
        };
    }

    private String text() {
        if (name.equals("cursor")) {
            return "cursor";
        }
        if (!schema.has("maxLength")) {
            return "text";
        }
        return schema.path("maxLength").asInt() < LONG ? "line" : "lines";
    }

    private String type() {
        var type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString("");
    }

    /** The habit's words about this thing. */
    String fill(String sent) {
        int most = schema.path("maxLength").asInt(0);
        var first = schema.has("enum") ? schema.path("enum") : schema.at("/items/enum");
        return sent.replace("{name}", name)
                .replace("{NAME}", shouted(name))
                .replace("{first}", first.path(0).asString(""))
                .replace("{long}", "\"" + "a".repeat(most + 1) + "\"")
                .replace("{emoji}", "\"" + "👮".repeat(most) + "\"");
    }

    static String shouted(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** The body with this field in its place, as text: what is set need not be a good value. */
    String set(ObjectNode example, String json) {
        var copy = example.deepCopy();
        int last = name.lastIndexOf('/');
        var owner = (ObjectNode) Objects.requireNonNull(copy.at(name.substring(0, last)));
        owner.put(name.substring(last + 1), "@here@");
        return JSON.writeValueAsString(copy).replace("\"@here@\"", json);
    }
}
