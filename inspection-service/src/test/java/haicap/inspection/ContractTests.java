package haicap.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import haicap.inspection.RunningInspection.Reply;
import haicap.platform.outbox.Reannouncements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is told keeps its schema and looks like its example; every type told has both. */
class ContractTests {

    private static final Path CONTRACTS = Path.of("..", "contracts", "haicap.inspection.v1");

    private record Told(String type, JsonNode body) {

        String name() {
            return type.split("\\.")[2];
        }
    }

    private final RunningInspection inspection = RunningInspection.shared();

    static List<String> names() throws IOException {
        try (var files = Files.list(CONTRACTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".schema.json"))
                    .map(file -> file.replace(".schema.json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyExampleKeepsItsSchema(String name) {
        assertThat(schema(name).validate(read(name + ".json"))).isEmpty();
    }

    @Test
    void everythingThatCanHappenIsToldAsItsContractSays() throws IOException {
        wholeWayOfAnObstacle();
        wholeWayOfAFinding();
        otherPostsAnswer();
        papersOfEveryKind();
        inspection.bean(Reannouncements.class).request("asked for by a test");
        await().until(() ->
                told().stream().anyMatch(each -> each.name().equals("ReannouncementEnded")));

        var told = told();

        assertThat(told.stream().map(Told::name).distinct().sorted().toList()).isEqualTo(names());
        assertThat(told)
                .allSatisfy(event -> {
                    assertThat(schema(event.name()).validate(event.body())).isEmpty();
                    assertThat(shape(event.body())).isEqualTo(shape(read(event.name() + ".json")));
                });
    }

    private void wholeWayOfAnObstacle() {
        var raised =
                inspection.raise(
                        "duty-00004",
                        """
                        {"field": "ORDER", "severity": "LOW", "description": "x"}
                        """);
        var path = "/api/v1/obstacles/" + raised.text("id");
        var seen =
                act(
                        "pv01-head",
                        path + "/triage",
                        raised,
                        "\"departmentUnitId\": \"pc06-20250101\"");
        seen = act("pc06-head", path + "/answer", seen, "\"answer\": \"x\"");
        seen = act("duty-00004", path + "/confirmation", seen, "\"satisfied\": false");
        seen = act("pc06-head", path + "/answer", seen, "\"answer\": \"x\"");
        seen = act("duty-00004", path + "/confirmation", seen, "\"satisfied\": true");
        seen = act("pv01-head", path + "/reopening", seen, "\"note\": \"x\"");
        correct(path, seen, "1-2");
    }

    private void papersOfEveryKind() {
        var tour = InspectionTour.scheduled(inspection);
        var found = tour.found();
        papers("findings", found.text("id"));
        papers("visits", found.text("visitId"));
        papers("campaigns", tour.campaignId());
        var raised =
                inspection.raise(
                        "duty-00004",
                        """
                        {"field": "ORDER", "severity": "LOW", "description": "x"}
                        """);
        papers("obstacles", raised.text("id"));
    }

    private void papers(String kind, String id) {
        var path = "/api/v1/" + kind + "/" + id;
        var document =
                lay(
                        path + "/documents",
                        inspection.get("director", path),
                        """
                        {"number": "1/BB", "dated": "2025-10-01", "title": "x", "liesAt": "A2/1"}
                        """);
        var withdrawal = "/" + document.text("id") + "/withdrawal";
        var seen = lay(path + "/documents" + withdrawal, document, "{\"reason\": \"x\"}");
        seen =
                lay(
                        path + "/references",
                        seen,
                        """
                        {"system": "COURT", "number": "5/TA", "dated": "2025-10-01"}
                        """);
        lay(
                path + "/links",
                seen,
                """
                {"decisionNumber": "1", "decidedAt": "%s", "type": "CONCERNS",
                 "recordId": "cr-01k6f3m8e0v3w5q2x9r7t4n6zd"}
                """
                        .formatted(Instant.now()));
    }

    private Reply lay(String path, Reply seen, String body) {
        var reply = inspection.act("pv01-head", path, seen.header("ETag"), body);
        assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 201);
        return reply;
    }

    private void wholeWayOfAFinding() {
        var tour = InspectionTour.scheduled(inspection);
        var found = tour.found();
        var path = "/api/v1/findings/" + found.text("id");
        var seen = act("chief-00004", path + "/remedy", found, "\"text\": \"x\"");
        seen = act("pv01-head", path + "/verification", seen, "\"accepted\": false");
        seen = act("chief-00004", path + "/remedy", seen, "\"text\": \"x\"");
        seen = act("pv01-head", path + "/verification", seen, "\"accepted\": true");
        correct(path, seen, "1-2");
        var visit = tour.visitTo(RunningInspection.WARD);
        correct("/api/v1/visits/" + visit.text("id"), visit, "1-2");
        var campaign = "/api/v1/campaigns/" + tour.campaignId();
        correct(campaign, inspection.get("director", campaign), "1-1");
    }

    private void correct(String path, Reply seen, String entry) {
        var proposed =
                inspection.post(
                        "pv01-head",
                        path + "/corrections",
                        """
                        {"entry": "%s", "decisionNumber": "2", "reason": "x"}
                        """
                                .formatted(entry));
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
        act(
                path.contains("campaigns") ? "director" : "chief-00004",
                path + "/corrections/" + proposed.text("id") + "/confirmation",
                seen,
                "\"accepted\": true");
    }

    private void otherPostsAnswer() {
        InspectionTour.scheduled(inspection).found();
        handOver("chief-00004", "chief-00004", "duty-00004");
        handOver("director", "deputy-director-2", "deputy-director-4");
    }

    private void handOver(String officer, String from, String to) {
        var reply =
                inspection.post(
                        officer,
                        "/api/v1/inspection/post-hand-overs",
                        """
                        {"decisionNumber": "1", "decidedAt": "%s", "fromPostId": "%s",
                         "toPostId": "%s"}
                        """
                                .formatted(Instant.now(), from, to));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        assertThat(reply.body().path("records")).isNotEmpty();
        assertThat(reply.body().path("leftBehind").asInt()).isZero();
    }

    private Reply act(String officer, String path, Reply seen, String rest) {
        var reply =
                inspection.act(
                        officer,
                        path,
                        seen.header("ETag"),
                        """
                        {"decisionNumber": "1", "decidedAt": "%s", %s}
                        """
                                .formatted(Instant.now(), rest));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }

    private List<Told> told() {
        return inspection
                .sql()
                .sql("SELECT type, body FROM outbox WHERE topic = 'haicap.inspection.v1'")
                .query((rs, row) ->
                        new Told(
                                rs.getString("type"),
                                JsonMapper.shared().readTree(rs.getString("body"))))
                .list();
    }

    private static List<String> shape(JsonNode body) {
        Function<String, Stream<String>> fields =
                part -> body.path(part).propertyNames().stream().map(field -> part + "." + field);
        return Stream.of("happened", "state").flatMap(fields).sorted().toList();
    }

    private static JsonNode read(String file) {
        return JsonMapper.shared().readTree(text(file));
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(name + ".schema.json"));
    }

    private static String text(String file) {
        try {
            return Files.readString(CONTRACTS.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
