package haicap.gateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One document of all parts. Schemas that are the same in several parts stand once; those that only
 * have the same name are told apart by their part.
 */
final class MergedDocument {

    private static final List<String> PARTS =
            List.of("org-structure", "case", "inspection", "reporting", "identity");
    private static final Pattern SCHEMA = Pattern.compile("#/components/schemas/([A-Za-z0-9]+)");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, String> parts = new TreeMap<>();
    private final ObjectNode merged = JSON.createObjectNode();

    static String of(Path folder) {
        var document = new MergedDocument();
        for (var part : PARTS) {
            document.parts.put(part, read(folder.resolve(part + ".json")));
        }
        return document.merge();
    }

    private String merge() {
        var ambiguous = ambiguous();
        merged.put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Hai Cấp")
                .put("version", "0.4.0")
                .put(
                        "description",
                        "Công an hai cấp: thành phố và 126 đơn vị. One command and its 126 units."
                                + " Every refusal is a problem detail (RFC 9457); every POST has an"
                                + " Idempotency-Key; changes name the version that they saw in"
                                + " If-Match.");
        merged.putArray("servers").addObject().put("url", "/").put("description", "the gateway");
        merged.putArray("tags");
        merged.putObject("paths");
        merged.putObject("components");
        for (var part : PARTS) {
            add(part, JSON.readTree(renamed(parts.get(part), part, ambiguous)));
        }
        return JSON.writeValueAsString(merged) + "\n";
    }

    private void add(String part, JsonNode document) {
        if (!merged.has("security")) {
            merged.set("security", document.path("security"));
        }
        document.path("tags").forEach(merged.withArray("tags")::add);
        document.path("paths")
                .properties()
                .forEach(path -> put(part, merged.withObject("/paths"), path));
        document.path("components")
                .properties()
                .forEach(kind -> {
                    var all =
                            ((ObjectNode) merged.path("components"))
                                    .withObjectProperty(kind.getKey());
                    kind.getValue().properties().forEach(each -> put(part, all, each));
                });
    }

    private static void put(String part, ObjectNode into, Map.Entry<String, JsonNode> entry) {
        var present = into.get(entry.getKey());
        if (present != null && !present.equals(entry.getValue())) {
            throw new IllegalStateException(
                    entry.getKey() + " of " + part + " is not what it is in another part");
        }
        into.set(entry.getKey(), entry.getValue());
    }

    /** Names that do not mean the same everywhere, by what they say or by what they refer to. */
    private Set<String> ambiguous() {
        var meanings = new HashMap<String, Set<JsonNode>>();
        var shared = new HashSet<String>();
        for (var part : parts.values()) {
            JSON.readTree(part)
                    .at("/components/schemas")
                    .properties()
                    .forEach(schema -> {
                        if (meanings.containsKey(schema.getKey())) {
                            shared.add(schema.getKey());
                        }
                        meanings.computeIfAbsent(schema.getKey(), each -> new HashSet<>())
                                .add(schema.getValue());
                    });
        }
        var ambiguous = new HashSet<String>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var name : shared) {
                boolean unclear =
                        meanings.get(name).size() > 1
                                || meanings.get(name).stream()
                                        .anyMatch(each -> refersTo(each, ambiguous));
                grew |= unclear && ambiguous.add(name);
            }
        }
        return ambiguous;
    }

    private static boolean refersTo(JsonNode schema, Set<String> names) {
        return SCHEMA.matcher(schema.toString())
                .results()
                .anyMatch(found -> names.contains(found.group(1)));
    }

    private static String renamed(String document, String part, Set<String> ambiguous) {
        var root = (ObjectNode) JSON.readTree(referring(document, part, ambiguous));
        var schemas = root.withObject("/components").withObjectProperty("schemas");
        var names = List.copyOf(schemas.propertyNames());
        for (var name : names) {
            if (ambiguous.contains(name)) {
                schemas.set(prefix(part) + name, schemas.remove(name));
            }
        }
        return root.toString();
    }

    private static String referring(String document, String part, Set<String> ambiguous) {
        return SCHEMA.matcher(document)
                .replaceAll(found ->
                        ambiguous.contains(found.group(1))
                                ? "#/components/schemas/" + prefix(part) + found.group(1)
                                : found.group());
    }

    private static String prefix(String part) {
        var words = new StringBuilder();
        for (var word : part.split("-")) {
            words.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return words.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
