package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final Pattern NAMED = Pattern.compile("/api/v\\d+/[^\"\\s]+");
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
    void noAddressBelongsToTwoRoutes() {
        for (var path : document.path("paths").propertyNames()) {
            var address = PathContainer.parsePath(example(path));
            var routes = new ArrayList<String>();
            PublicAddresses.of(document)
                    .forEach((manner, part, patterns) -> {
                        if (patterns.stream().anyMatch(each -> matches(each, address))) {
                            routes.add(manner.routeTo(part));
                        }
                    });
            assertThat(routes).as(path).hasSize(1);
        }
    }

    private static boolean matches(String pattern, PathContainer address) {
        return PathPatternParser.defaultInstance.parse(pattern).matches(address);
    }

    @Test
    void nothingInCodeOrSettingsNamesAnAddressByHand() throws IOException {
        var named = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src", "main"))) {
            for (var file : files.filter(DocumentedRoutesTests::isCodeOrSetting).toList()) {
                NAMED.matcher(Files.readString(file))
                        .results()
                        .forEach(each -> named.add(each.group()));
            }
        }
        assertThat(named).as("the benchmarks' floor alone").containsExactly("/api/v1/floor");
    }

    /** The wall's files are a client's. */
    private static boolean isCodeOrSetting(Path file) {
        return file.toString().matches(".*\\.(java|yaml|properties)");
    }

    private static String example(String path) {
        return path.replaceAll("\\{[^}]+}", "x-1");
    }
}
