package haicap.acceptance.walker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All that is fired at one operation: a request that would do, broken in each way there is. */
public final class Walk {

    private static final String JSON = "application/json";

    /** What is broken, and how many of it come in each round. */
    private enum Kind {
        PATH(2),
        QUERY(2),
        BODY(1),
        FIELD(5),
        KEY(1),
        VERSION(1),
        HEADER(1),
        MEDIA(1),
        METHOD(1);

        private final int share;

        Kind(int share) {
            this.share = share;
        }
    }

    private final Operation operation;
    private final Function<String, String> ids;
    private final Random random;
    private final Map<Kind, List<Shot>> shots = new EnumMap<>(Kind.class);

    private Walk(Operation operation, Function<String, String> ids, Random random) {
        this.operation = operation;
        this.ids = ids;
        this.random = random;
        for (var kind : Kind.values()) {
            shots.put(kind, new ArrayList<>());
        }
    }

    /**
     * So many shots at an operation, of every kind that it can be broken in; when there are not as
     * many, the rest is broken in two ways at once.
     *
     * @param ids a thing's id by the path before it
     */
    public static List<Shot> at(
            Operation operation, Function<String, String> ids, int count, Random random) {
        var walk = new Walk(operation, ids, random);
        walk.paths();
        walk.queries();
        walk.bodies();
        walk.keys();
        walk.headers();
        walk.methods();
        return walk.some(count);
    }

    private List<Shot> some(int count) {
        var open = new ArrayList<Deque<Shot>>();
        shots.forEach((kind, all) -> {
            Collections.shuffle(all, random);
            var queue = new ArrayDeque<>(all);
            Collections.nCopies(kind.share, queue).forEach(open::add);
        });
        var some = new ArrayList<Shot>();
        some.add(base());
        while (some.size() < count && open.stream().anyMatch(queue -> !queue.isEmpty())) {
            open.removeIf(Deque::isEmpty);
            open.forEach(queue -> {
                if (!queue.isEmpty()) {
                    some.add(queue.pop());
                }
            });
        }
        int broken = Math.min(count, some.size());
        while (some.size() < count) {
            some.add(mixed(some.get(random.nextInt(broken)), some.get(random.nextInt(broken))));
        }
        return some.subList(0, count);
    }

    private static Shot mixed(Shot one, Shot other) {
        var both = one.sending(other.body(), one.what() + " and " + other.what(), null);
        if (one.operation().writes()) {
            both = both.replacing("Idempotency-Key", UUID.randomUUID().toString());
        }
        return both.with("Accept-Language", "en");
    }

    private void add(Kind kind, Shot shot) {
        shots.get(kind).add(shot);
    }

    private Shot base() {
        var body = operation.example();
        var form = operation.form();
        var shot = Shot.at(operation, filled(ids), body == null ? null : bytes(body));
        if (operation.takesCsv()) {
            shot =
                    shot.sending(bytes("no,columns\n1,2\n"), "columns", null)
                            .with("Content-Type", "text/csv");
        } else if (form != null) {
            shot =
                    shot.sending(bytes(form), "nothing", null)
                            .with("Content-Type", "application/x-www-form-urlencoded");
        } else if (body != null) {
            shot = shot.with("Content-Type", JSON);
        }
        if (operation.writes()) {
            shot = shot.with("Idempotency-Key", UUID.randomUUID().toString());
        }
        return operation.asksForVersion() ? shot.with("If-Match", Shot.CURRENT) : shot;
    }

    private String filled(Function<String, String> with) {
        var path = new StringBuilder();
        for (var step : operation.path().substring(1).split("/")) {
            path.append('/').append(step.startsWith("{") ? with.apply(path.toString()) : step);
        }
        var required =
                operation.parameters().stream()
                        .filter(each -> each.path("in").asString().equals("query"))
                        .filter(each -> each.path("required").asBoolean(false))
                        .map(each -> each.path("name").asString() + "=" + value(each))
                        .toList();
        return path + (required.isEmpty() ? "" : "?" + String.join("&", required));
    }

    private static String value(JsonNode parameter) {
        var known = parameter.at("/schema/enum");
        return known.isArray() ? known.get(0).asString() : "none";
    }

    private void paths() {
        if (!operation.path().contains("{")) {
            return;
        }
        for (var trick : Rubbish.PATHS) {
            add(Kind.PATH, base().to(filled(before -> trick), "id " + brief(trick), null));
        }
    }

    private void queries() {
        var path = base().path();
        var sign = path.contains("?") ? "&" : "?";
        boolean alone = sign.equals("?"); // else another parameter may be named first
        for (var name : operation.queryNames()) {
            for (var value : Rubbish.QUERY) {
                var why = name + "=" + brief(value);
                add(Kind.QUERY, base().to(query(path, name, value), why, alone ? name : null));
            }
            var twice = path + sign + name + "=a&" + name + "=b";
            add(Kind.QUERY, base().to(twice, name + " twice", null));
        }
        add(Kind.QUERY, base().to(path + sign + "unheardOf=1", "an unknown parameter", null));
        add(Kind.QUERY, base().to(path + sign + "=&&=%26", "an empty parameter", null));
        add(Kind.QUERY, base().to(path + sign + "%00=1", "a NUL in a name", null));
        add(Kind.QUERY, base().to(path + sign + "%3Cb%3E=%ff", "markup in a name", null));
        add(
                Kind.QUERY,
                base().to(path + sign + "a=1&".repeat(1_000), "a thousand parameters", null));
    }

    private static String query(String path, String name, String value) {
        var plain = path.replaceAll("(?<=[?&])" + name + "=[^&]*&?", "").replaceAll("[?&]$", "");
        return plain + (plain.contains("?") ? "&" : "?") + name + "=" + value;
    }

    private void bodies() {
        for (var body : Rubbish.BODIES) {
            var shot = base().sending(body, "body " + brief(text(body)), null);
            add(
                    Kind.BODY,
                    shot.header("Content-Type") == null ? shot.with("Content-Type", JSON) : shot);
        }
        if (operation.takesCsv()) {
            add(Kind.FIELD, base().sending(bytes("\"open"), "an open quote", null));
            add(Kind.FIELD, base().sending(bytes(",".repeat(100_000)), "many columns", null));
        }
        var example = operation.example();
        if (example != null) {
            fields(example);
        }
        var form = operation.form();
        if (form != null) {
            for (var name : operation.fields()) {
                for (var value : Rubbish.QUERY) {
                    var body = query("?" + form, name, value).substring(1);
                    add(Kind.FIELD, base().sending(bytes(body), name + "=" + brief(value), null));
                }
            }
        }
    }

    private void fields(ObjectNode example) {
        add(Kind.FIELD, sending(bytes(example), "nothing", null));
        var unknown = bytes(example.deepCopy().put("unheardOf", 1));
        add(Kind.FIELD, sending(unknown, "unknown field", "/unheardOf"));
        var name = operation.fields().getFirst();
        var twice =
                text(bytes(example))
                        .replaceFirst("\\{", "{\"" + name + "\": null, \"" + name + "\": null, ");
        add(Kind.FIELD, sending(bytes(twice), "a field twice", null));
        for (var field : operation.fields()) {
            var without = example.deepCopy();
            without.remove(field);
            add(Kind.FIELD, sending(bytes(without), "without " + field, "/" + field));
            var mark = "\"\\u0001here\\u0001\"";
            var marked = text(bytes(example.deepCopy().put(field, "\u0001here\u0001")));
            for (var value : Rubbish.VALUES) {
                var body = bytes(marked.replace(mark, value));
                add(Kind.FIELD, sending(body, field + " = " + brief(value), "/" + field));
            }
        }
    }

    private Shot sending(byte[] body, String why, @Nullable String field) {
        return base().sending(body, why, field);
    }

    private void keys() {
        if (!operation.writes()) {
            return;
        }
        add(Kind.KEY, base().without("Idempotency-Key").because("no key"));
        for (var key : Rubbish.KEYS) {
            add(Kind.KEY, base().replacing("Idempotency-Key", key).because("key " + brief(key)));
        }
        add(Kind.KEY, base().with("Idempotency-Key", "another").because("two keys"));
        var one = UUID.randomUUID().toString();
        for (var body : List.of("{}", "{\"a\": 1}", "[]", "{\"decisionNumber\": 7}")) {
            var taken = base().replacing("Idempotency-Key", one);
            add(Kind.KEY, taken.because("a key twice"));
            add(Kind.KEY, taken.sending(bytes(body), "another body, the same key", null));
        }
        if (operation.asksForVersion()) {
            add(Kind.VERSION, base().without("If-Match").because("no version"));
            Rubbish.TAGS.forEach(tag ->
                    add(
                            Kind.VERSION,
                            base().replacing("If-Match", tag).because("version " + brief(tag))));
            add(Kind.VERSION, base().with("If-Match", "\"1-1\"").because("two versions"));
        }
    }

    private void headers() {
        Rubbish.ACCEPTED.forEach(each ->
                add(Kind.HEADER, base().with("Accept", each).because("accepts " + brief(each))));
        for (var name : Rubbish.HEADER_NAMES) {
            Rubbish.HEADERS.forEach(each ->
                    add(Kind.HEADER, base().with(name, each).because(name + ": " + brief(each))));
        }
        add(
                Kind.HEADER,
                base().with("Acting-Post", "a").with("Acting-Post", "b").because("two posts"));
        add(Kind.HEADER, base().with("X-Big", "x".repeat(12_000)).because("a long header"));
        Rubbish.MEDIA.forEach(each ->
                add(
                        Kind.MEDIA,
                        base().replacing("Content-Type", each).because("media type " + each)));
        add(Kind.MEDIA, base().without("Content-Type").because("no media type"));
        add(Kind.MEDIA, base().with("Content-Encoding", "gzip").because("not gzip"));
    }

    private void methods() {
        if (operation.streams()) {
            return;
        }
        for (var method :
                List.of("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND", "TRACE", "get")) {
            add(Kind.METHOD, base().by(method));
        }
    }

    private static byte[] bytes(JsonNode node) {
        return bytes(node.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String brief(String text) {
        var shown =
                URLEncoder.encode(
                        text.substring(0, Math.min(40, text.length())), StandardCharsets.UTF_8);
        return text.length() > 40 ? shown + "... (" + text.length() + ")" : shown;
    }
}
