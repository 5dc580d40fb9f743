package haicap.gateway.docs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a new document takes away from those who built on the released one. Whoever sends may go on
 * sending what was allowed; whoever reads finds what was promised.
 *
 * <ol>
 *   <li>No path, operation, success or media type is gone.
 *   <li>No parameter, header or field of a body is newly required, none that was taken is refused.
 *   <li>What is sent may still be of each type, each constant, each length that it could be.
 *   <li>What is answered still has each field, always where it always was, of no further type.
 * </ol>
 */
final class Breaks {

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> found = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private Breaks(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static List<String> between(JsonNode before, JsonNode after) {
        var breaks = new Breaks(before, after);
        breaks.paths();
        return List.copyOf(breaks.found);
    }

    private void paths() {
        before.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation ->
                                        operation(
                                                path.getKey(),
                                                operation.getKey(),
                                                operation.getValue())));
    }

    private void operation(String path, String method, JsonNode old) {
        var at = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        var now = after.path("paths").path(path).path(method);
        if (now.isMissingNode()) {
            found.add(at + " is gone");
            return;
        }
        if (!old.path("operationId").equals(now.path("operationId"))) {
            found.add(at + " has another operationId, so generated clients lose a method");
        }
        parameters(at, old, now);
        body(at, old.path("requestBody"), now.path("requestBody"));
        responses(at, old.path("responses"), now.path("responses"));
    }

    private void parameters(String at, JsonNode old, JsonNode now) {
        var known = new TreeSet<String>();
        for (var each : old.path("parameters")) {
            var was = resolved(before, each);
            known.add(key(was));
            var is = named(now, key(was));
            if (is.isMissingNode()) {
                found.add(at + " no longer takes " + key(was));
            } else {
                if (is.path("required").asBoolean(false)
                        && !was.path("required").asBoolean(false)) {
                    found.add(at + " newly requires " + key(was));
                }
                sent(at + " " + key(was), one(was), one(is));
            }
        }
        for (var each : now.path("parameters")) {
            var is = resolved(after, each);
            if (!known.contains(key(is)) && is.path("required").asBoolean(false)) {
                found.add(at + " newly requires " + key(is));
            }
        }
    }

    /** Several values, separated by commas: one of them is sent as before. */
    private static JsonNode one(JsonNode parameter) {
        var schema = parameter.path("schema");
        return schema.has("items") && !parameter.path("explode").asBoolean(true)
                ? schema.path("items")
                : schema;
    }

    private JsonNode named(JsonNode operation, String key) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(each -> resolved(after, each))
                .filter(each -> key(each).equals(key))
                .findFirst()
                .orElse(after.path("nothing there"));
    }

    private static String key(JsonNode parameter) {
        return parameter.path("in").asString() + " " + parameter.path("name").asString();
    }

    private void body(String at, JsonNode old, JsonNode now) {
        if (now.path("required").asBoolean(false) && !old.path("required").asBoolean(false)) {
            found.add(at + " newly requires a body");
        }
        old.path("content")
                .properties()
                .forEach(type -> {
                    var is = now.path("content").path(type.getKey());
                    if (is.isMissingNode()) {
                        found.add(at + " no longer takes " + type.getKey());
                    } else {
                        sent(at + " body", type.getValue().path("schema"), is.path("schema"));
                    }
                });
    }

    private void responses(String at, JsonNode old, JsonNode now) {
        old.properties()
                .forEach(status -> {
                    if (!status.getKey().startsWith("2")) {
                        return;
                    }
                    var is = now.path(status.getKey());
                    if (is.isMissingNode()) {
                        found.add(at + " no longer answers " + status.getKey());
                        return;
                    }
                    missing(status.getValue().path("headers"), is.path("headers"))
                            .forEach(name -> found.add(at + " no longer shows " + name));
                    status.getValue()
                            .path("content")
                            .properties()
                            .forEach(type -> answer(at, type.getKey(), type.getValue(), is));
                });
    }

    private void answer(String at, String type, JsonNode old, JsonNode now) {
        var is = now.path("content").path(type);
        if (is.isMissingNode()) {
            found.add(at + " no longer answers in " + type);
        } else {
            answered(at + " answer", old.path("schema"), is.path("schema"));
        }
    }

    /** What could be sent can still be sent. */
    private void sent(String at, JsonNode one, JsonNode other) {
        var old = resolved(before, one);
        var now = resolved(after, other);
        if (seen("sent", one, other) || (old.equals(now) && !refers(old))) {
            return;
        }
        if (!now.path("type").isMissingNode() && !types(now).containsAll(types(old))) {
            found.add(at + " may no longer be " + minus(types(old), types(now)));
        }
        if (now.has("enum") && (!old.has("enum") || !constants(now).containsAll(constants(old)))) {
            found.add(at + " may no longer be " + minus(constants(old), constants(now)));
        }
        narrower(at, old, now, "maxLength", false);
        narrower(at, old, now, "maximum", false);
        narrower(at, old, now, "maxItems", false);
        narrower(at, old, now, "minLength", true);
        narrower(at, old, now, "minimum", true);
        narrower(at, old, now, "minItems", true);
        for (var word : List.of("pattern", "format")) {
            if (now.has(word) && !now.path(word).equals(old.path(word))) {
                found.add(at + " has another " + word);
            }
        }
        minus(required(now), required(old))
                .forEach(name -> found.add(at + "." + name + " is newly required"));
        missing(old.path("properties"), now.path("properties"))
                .forEach(name -> found.add(at + "." + name + " is no longer taken"));
        both(old, now)
                .forEach(name -> sent(at + "." + name, property(old, name), property(now, name)));
        if (old.has("items")) {
            sent(at + "[]", old.path("items"), now.path("items"));
        }
        alternatives(at, old, now, true);
    }

    /** What was answered is still answered. */
    private void answered(String at, JsonNode one, JsonNode other) {
        var old = resolved(before, one);
        var now = resolved(after, other);
        if (seen("answered", one, other) || (old.equals(now) && !refers(old))) {
            return;
        }
        if (!types(old).isEmpty() && !types(old).containsAll(types(now))) {
            found.add(at + " may now also be " + minus(types(now), types(old)));
        }
        if (!old.path("format").equals(now.path("format"))) {
            found.add(at + " has another format");
        }
        minus(required(old), required(now))
                .forEach(name -> found.add(at + "." + name + " may now be absent"));
        missing(old.path("properties"), now.path("properties"))
                .forEach(name -> found.add(at + "." + name + " is gone"));
        both(old, now)
                .forEach(name ->
                        answered(at + "." + name, property(old, name), property(now, name)));
        if (old.has("items")) {
            answered(at + "[]", old.path("items"), now.path("items"));
        }
        alternatives(at, old, now, false);
    }

    private void alternatives(String at, JsonNode old, JsonNode now, boolean sent) {
        if (!old.has("oneOf")) {
            return;
        }
        if (old.path("oneOf").size() != now.path("oneOf").size()) {
            found.add(at + " has other alternatives");
            return;
        }
        for (int i = 0; i < old.path("oneOf").size(); i++) {
            if (sent) {
                sent(at, old.path("oneOf").get(i), now.path("oneOf").get(i));
            } else {
                answered(at, old.path("oneOf").get(i), now.path("oneOf").get(i));
            }
        }
    }

    private void narrower(String at, JsonNode old, JsonNode now, String word, boolean least) {
        if (!now.has(word)) {
            return;
        }
        double is = now.path(word).asDouble();
        if (!old.has(word)
                || (least ? is > old.path(word).asDouble() : is < old.path(word).asDouble())) {
            found.add(at + " has a narrower " + word);
        }
    }

    /** A type may hold itself; each is looked at once. */
    private boolean seen(String way, JsonNode one, JsonNode other) {
        return one.has("$ref") && !compared.add(way + one.path("$ref") + other.path("$ref"));
    }

    private static boolean refers(JsonNode schema) {
        return schema.toString().contains("\"$ref\"");
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        var at = node;
        while (at.has("$ref")) {
            at = document.at(at.path("$ref").asString().substring(1));
        }
        return at;
    }

    private static JsonNode property(JsonNode schema, String name) {
        return schema.path("properties").path(name);
    }

    private static Set<String> both(JsonNode old, JsonNode now) {
        var names = new TreeSet<>(old.path("properties").propertyNames());
        names.retainAll(now.path("properties").propertyNames());
        return names;
    }

    private static Set<String> missing(JsonNode old, JsonNode now) {
        return minus(new TreeSet<>(old.propertyNames()), Set.copyOf(now.propertyNames()));
    }

    private static Set<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? texts(type) : type.isString() ? Set.of(type.asString()) : Set.of();
    }

    private static Set<String> constants(JsonNode schema) {
        return texts(schema.path("enum"));
    }

    private static Set<String> required(JsonNode schema) {
        return texts(schema.path("required"));
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> minus(Set<String> one, Set<String> other) {
        var left = new TreeSet<>(one);
        left.removeAll(other);
        return left;
    }
}
