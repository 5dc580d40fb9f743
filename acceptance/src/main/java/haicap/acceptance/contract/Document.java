package haicap.acceptance.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document of all public operations, against which answers are held: the status, the media
 * type, and the body with its formats, nothing missing and nothing besides. What no operation was
 * asked for is let pass. Safe for all threads; each schema is compiled once.
 */
public final class Document {

    /** The gateway refuses a head that is too slow or too long before it knows what it asks. */
    private static final Set<Integer> OF_ANY_REQUEST = Set.of(408, 414, 431);

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private record Operation(
            String name,
            String method,
            Pattern path,
            int variables,
            Map<Integer, Described> answers) {}

    private final List<Operation> operations = new ArrayList<>();

    private Document(JsonNode document) {
        var schemas = new Schemas(document);
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(each -> METHODS.contains(each.getKey()))
                                .forEach(each ->
                                        add(
                                                each.getKey(),
                                                path.getKey(),
                                                each.getValue().path("responses"),
                                                document,
                                                schemas)));
        operations.sort(Comparator.comparingInt(Operation::variables));
    }

    /** As it stands among the contracts of this folder. */
    public static Document in(Path contracts) {
        try {
            var text = Files.readString(contracts.resolve("openapi.json"));
            return new Document(JsonMapper.shared().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(
            String method, String path, JsonNode responses, JsonNode document, Schemas schemas) {
        var answers = new HashMap<Integer, Described>();
        responses
                .properties()
                .forEach(each -> {
                    var said = each.getValue();
                    var meant =
                            said.has("$ref")
                                    ? document.at(said.path("$ref").asString().substring(1))
                                    : said;
                    answers.put(Integer.valueOf(each.getKey()), Described.by(meant, schemas));
                });
        var pattern = VARIABLE.matcher(path).replaceAll("[^/]+");
        int variables = path.length() - path.replace("{", "").length();
        operations.add(
                new Operation(
                        method + " " + path,
                        method.toUpperCase(Locale.ROOT),
                        Pattern.compile(pattern),
                        variables,
                        answers));
    }

    /** What an answer has otherwise than it is described; empty when nothing. */
    public List<String> differences(HttpResponse<String> answer) {
        var path = answer.request().uri().getRawPath();
        return operations.stream()
                .filter(each -> each.method().equals(answer.request().method()))
                .filter(each -> each.path().matcher(path).matches())
                .findFirst()
                .map(operation -> differences(operation, answer))
                .orElse(List.of());
    }

    private static List<String> differences(Operation operation, HttpResponse<String> answer) {
        var described = operation.answers().get(answer.statusCode());
        if (described == null && OF_ANY_REQUEST.contains(answer.statusCode())) {
            return List.of();
        }
        if (described == null) {
            return List.of(
                    "%s answers %d, not of %s"
                            .formatted(
                                    operation.name(),
                                    answer.statusCode(),
                                    operation.answers().keySet()));
        }
        return described
                .differences(
                        answer.headers().firstValue("Content-Type").orElse(null), answer.body())
                .stream()
                .map(each -> "%s %d %s".formatted(operation.name(), answer.statusCode(), each))
                .toList();
    }
}
