package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document and the routes speak of the same paths. */
class DocumentedRoutesTests {

    private static final Path ROUTES = Path.of("src/main/java/haicap/gateway/Routes.java");
    private static final Pattern ROUTED = Pattern.compile("\"(/(?:api|oauth2)/[^\"]+)\"");
    private static City city;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        city = new City("haicap.limits.caller.burst=1000", "haicap.limits.caller.per-second=1000");
        document =
                JsonMapper.shared()
                        .readTree(Files.readString(Path.of("..", "contracts", "openapi.json")));
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void everyDocumentedOperationReachesThePartThatDocumentsIt() {
        var parts =
                Map.of(
                        "org-structure", city.orgStructure,
                        "case", city.casework,
                        "inspection", city.inspection,
                        "reporting", city.reporting,
                        "identity", city.issuer.part);
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation -> {
                                    var part =
                                            parts.get(
                                                    operation
                                                            .getValue()
                                                            .path("tags")
                                                            .get(0)
                                                            .asString());
                                    long before = part.requests();
                                    var answer =
                                            city.send(
                                                    city.signed(example(path.getKey()))
                                                            .method(
                                                                    operation
                                                                            .getKey()
                                                                            .toUpperCase(
                                                                                    java.util.Locale
                                                                                            .ROOT),
                                                                    BodyPublishers.noBody()));
                                    assertThat(answer.statusCode())
                                            .as(path.getKey())
                                            .isEqualTo(200);
                                    assertThat(part.requests())
                                            .as(path.getKey())
                                            .isEqualTo(before + 1);
                                }));
    }

    @Test
    void everyRouteLeadsToSomethingThatIsDocumented() throws IOException {
        var known =
                document.path("paths").propertyNames().stream()
                        .map(DocumentedRoutesTests::example)
                        .toList();
        for (var routed : routed()) {
            var pattern = PathPatternParser.defaultInstance.parse(routed);
            assertThat(known)
                    .as("what is documented under " + routed)
                    .anyMatch(each -> pattern.matches(PathContainer.parsePath(each)));
        }
    }

    /** Benchmarks' floor is absent in service; people sign in at pages, which are no operations. */
    private static List<String> routed() throws IOException {
        var all = new ArrayList<String>();
        ROUTED.matcher(Files.readString(ROUTES)).results().forEach(each -> all.add(each.group(1)));
        all.removeIf(each -> each.equals("/api/v1/floor") || each.startsWith("/oauth2/authorize"));
        assertThat(all).hasSizeGreaterThan(20);
        return all;
    }

    private static String example(String path) {
        return path.replaceAll("\\{[^}]+}", "x-1");
    }
}
