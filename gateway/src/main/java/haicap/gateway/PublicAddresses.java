package haicap.gateway;

import haicap.gateway.pages.PublicFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every address of a part that is open to the world, as the parts' own document says it: whose it
 * is by its tag, and how it is asked by what it takes and answers. What neither shows is said by
 * extensions:
 *
 * <ul>
 *   <li>{@code x-haicap-slow} at an operation: its part works on it for some seconds;
 *   <li>{@code x-haicap-sign-in} and {@code x-haicap-open} at a tag: pages of that part for whoever
 *       has no token yet, which are no operations.
 * </ul>
 */
final class PublicAddresses {

    private static final String DOCUMENT = "contracts/openapi.json";

    private final Map<Manner, Map<String, SortedSet<String>>> all = new EnumMap<>(Manner.class);

    private PublicAddresses(JsonNode document) {
        document.path("paths").properties().forEach(this::path);
        for (var tag : document.path("tags")) {
            var part = tag.path("name").asString();
            tag.path("x-haicap-sign-in")
                    .forEach(page -> add(Manner.SIGN_IN, part, page.asString()));
            tag.path("x-haicap-open").forEach(page -> add(Manner.OPEN, part, page.asString()));
        }
    }

    static PublicAddresses documented() {
        return of(JsonMapper.shared().readTree(PublicFile.bytes(DOCUMENT)));
    }

    static PublicAddresses of(JsonNode document) {
        return new PublicAddresses(document);
    }

    /** Patterns by part, in the order in which they are to be tried. */
    void forEach(Reader reader) {
        all.forEach((manner, parts) ->
                parts.forEach(
                        (part, patterns) -> reader.addresses(manner, part, List.copyOf(patterns))));
    }

    private void path(Map.Entry<String, JsonNode> path) {
        var pattern = path.getKey().replaceAll("\\{[^}]+}", "*");
        Manner asked = null;
        for (var operation : path.getValue()) {
            var manner = mannerOf(operation);
            if (asked != null && asked != manner) {
                throw new IllegalStateException(
                        "%s is asked in two manners: %s, %s"
                                .formatted(path.getKey(), asked, manner));
            }
            asked = manner;
            add(manner, operation.path("tags").path(0).asString(), pattern);
        }
    }

    private static Manner mannerOf(JsonNode operation) {
        if (operation.has("security")) {
            return operation.path("security").isEmpty() ? Manner.OPEN : Manner.SIGN_IN;
        }
        if (answers(operation, "text/event-stream")) {
            return Manner.STREAMS;
        }
        if (operation.path("requestBody").path("content").has("text/csv")) {
            return Manner.IMPORTS;
        }
        return operation.path("x-haicap-slow").asBoolean(false) ? Manner.SLOW : Manner.REQUESTS;
    }

    private static boolean answers(JsonNode operation, String type) {
        return operation.path("responses").path("200").path("content").has(type);
    }

    private void add(Manner manner, String part, String pattern) {
        all.computeIfAbsent(manner, each -> new TreeMap<>())
                .computeIfAbsent(part, each -> new TreeSet<>())
                .add(pattern);
    }

    /** Is shown the addresses of a part that are asked in one manner. */
    interface Reader {

        void addresses(Manner manner, String part, List<String> patterns);
    }
}
