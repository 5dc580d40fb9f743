package haicap.acceptance.walker;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of the public contract, as the merged document describes it; or a door that people
 * open, which no document names.
 */
public record Operation(String method, String path, JsonNode said, JsonNode document) {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.+Z");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final List<String> DOORS =
            List.of(
                    "/",
                    "/wall/{file}",
                    "/docs/{file}",
                    "/problems/{code}",
                    "/internal/{anything}",
                    "/actuator/{anything}",
                    "/.well-known/{file}",
                    "/oauth2/authorize",
                    "/login",
                    "/{anything}");

    /** All of them. */
    public static List<Operation> all(Path contracts) throws IOException {
        var document =
                JsonMapper.shared().readTree(Files.readString(contracts.resolve("openapi.json")));
        var all = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(each -> METHODS.contains(each.getKey()))
                                .map(each ->
                                        new Operation(
                                                each.getKey().toUpperCase(Locale.ROOT),
                                                path.getKey(),
                                                each.getValue(),
                                                document))
                                .forEach(all::add));
        return all;
    }

    /** What the gateway serves besides. */
    public static List<Operation> doors() {
        var nothing = JsonMapper.shared().createObjectNode();
        return DOORS.stream().map(path -> new Operation("GET", path, nothing, nothing)).toList();
    }

    /** Its name in the document, or its address. */
    public String name() {
        return said.path("operationId").asString(path);
    }

    /** Whose it is. */
    public String part() {
        return said.path("tags").path(0).asString("none");
    }

    /** Whether it is a write under an idempotency key. */
    public boolean writes() {
        return parameters().stream()
                .anyMatch(each -> each.path("name").asString().equals("Idempotency-Key"));
    }

    /** Any provider may stand there; it refuses as OAuth has it, and in pages. */
    boolean isOfIdentity() {
        return path.matches("/oauth2/.*|/login|/\\.well-known/.*");
    }

    /** Whether people read what it answers. */
    boolean isDoor() {
        return said.isEmpty();
    }

    boolean streams() {
        return path.endsWith("/stream");
    }

    boolean asksForVersion() {
        return parameters().stream()
                .anyMatch(each -> each.path("name").asString().equals("If-Match"));
    }

    boolean takesCsv() {
        return said.path("requestBody").path("content").has("text/csv");
    }

    /** A body that works, if the operation takes JSON: as documented, but of yesterday. */
    @Nullable ObjectNode example() {
        var example = exampleOf("application~1json");
        if (example == null) {
            return null;
        }
        var ofYesterday = example.deepCopy();
        var yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        example.properties().stream()
                .filter(each -> INSTANT.matcher(each.getValue().asString("")).matches())
                .forEach(each -> ofYesterday.put(each.getKey(), yesterday.toString()));
        return ofYesterday;
    }

    /** A form that works, if the operation takes one. */
    @Nullable String form() {
        var example = exampleOf("application~1x-www-form-urlencoded");
        return example == null
                ? null
                : example.properties().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue().asString()))
                        .collect(Collectors.joining("&"));
    }

    private @Nullable ObjectNode exampleOf(String type) {
        var found = said.at("/requestBody/content/" + type + "/example");
        return found instanceof ObjectNode body ? body : null;
    }

    List<String> fields() {
        var content = said.at("/requestBody/content").properties();
        return content.isEmpty()
                ? List.of()
                : List.copyOf(
                        resolved(content.iterator().next().getValue().path("schema"))
                                .path("properties")
                                .propertyNames());
    }

    List<JsonNode> parameters() {
        var all = new ArrayList<JsonNode>();
        said.path("parameters").forEach(each -> all.add(resolved(each)));
        return all;
    }

    List<String> queryNames() {
        return parameters().stream()
                .filter(each -> each.path("in").asString().equals("query"))
                .map(each -> each.path("name").asString())
                .toList();
    }

    /** The schema of the body. */
    JsonNode bodySchema() {
        return meant(said.at("/requestBody/content/application~1json/schema"));
    }

    /** The schema behind a reference, or behind a choice between it and nothing. */
    JsonNode meant(JsonNode schema) {
        return schema.has("oneOf") ? resolved(schema.path("oneOf").path(0)) : resolved(schema);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
