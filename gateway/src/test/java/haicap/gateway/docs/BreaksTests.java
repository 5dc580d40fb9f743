package haicap.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class BreaksTests {

    private static final Path CONTRACTS = Path.of("..", "contracts");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode now = read(CONTRACTS.resolve("openapi.json"));

    @Test
    void nothingThatWasReleasedIsTakenAway() throws IOException {
        Path newest;
        try (var files = Files.list(CONTRACTS.resolve("released"))) {
            newest =
                    files.filter(each -> each.getFileName().toString().startsWith("openapi-"))
                            .max(Comparator.comparing(BreaksTests::version))
                            .orElseThrow();
        }
        assertThat(Breaks.between(read(newest), now))
                .as("what was released in %s stays; add beside it, or begin /api/v2", newest)
                .containsExactlyInAnyOrderElementsOf(takenAway());
    }

    /** What was given up on purpose before anybody had installed it, and what to use instead. */
    private static List<String> takenAway() throws IOException {
        try (var rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(CONTRACTS.resolve("released/taken-away.csv"))) {
            return rows.stream().map(row -> row.getField("what")).toList();
        }
    }

    @Test
    void whatIsTakenAwayIsFound() {
        breaks(paths -> paths.remove("/api/v1/units"), "GET /api/v1/units is gone");
        breaks(
                document -> ((ObjectNode) document.at("/~1api~1v1~1obstacles")).remove("post"),
                "POST /api/v1/obstacles is gone");
        schema("CrimeReport", "", each -> required(each).remove(0), "may now be absent");
        schema("CrimeReport", "/properties", each -> each.remove("state"), ".state is gone");
        schema(
                "CrimeReport",
                "/properties/receivedAt",
                each -> each.put("type", "integer"),
                ".receivedAt may now also be [integer]");
        schema("ReceiptRequest", "", each -> required(each).add("severity"), "is newly required");
        schema(
                "ReceiptRequest",
                "/properties/category",
                each -> ((ArrayNode) each.path("enum")).remove(0),
                ".category may no longer be");
        schema(
                "ReceiptRequest",
                "/properties/summary",
                each -> each.put("maxLength", 100),
                ".summary has a narrower maxLength");
        schema(
                "ReceiptRequest",
                "/properties/urgent",
                each -> each.put("type", "boolean"),
                ".urgent may no longer be [null]");
        schema(
                "ReceiptRequest",
                "/properties",
                each -> each.remove("channel"),
                ".channel is no longer taken");
    }

    @Test
    void whatIsAddedIsNoBreak() {
        var more = now.deepCopy();
        ((ObjectNode) more.path("paths"))
                .set("/api/v1/cases", more.path("paths").path("/api/v1/units"));
        var report = (ObjectNode) more.at("/components/schemas/CrimeReport");
        ((ObjectNode) report.path("properties")).putObject("note").put("type", "string");
        required(report).add("note");
        var intake = (ObjectNode) more.at("/components/schemas/ReceiptRequest");
        ((ObjectNode) intake.path("properties")).putObject("note").put("type", "string");
        ((ObjectNode) intake.at("/properties/summary")).put("maxLength", 8_000);
        ((ArrayNode) intake.at("/properties/category/enum")).add("XX");
        assertThat(Breaks.between(now, more)).isEmpty();
    }

    private void breaks(Consumer<ObjectNode> change, String found) {
        var other = now.deepCopy();
        change.accept((ObjectNode) other.path("paths"));
        assertThat(Breaks.between(now, other)).anyMatch(each -> each.contains(found));
    }

    private void schema(String name, String at, Consumer<ObjectNode> change, String found) {
        var other = now.deepCopy();
        change.accept((ObjectNode) other.at("/components/schemas/" + name + at));
        assertThat(Breaks.between(now, other)).anyMatch(each -> each.contains(found));
    }

    private static ArrayNode required(JsonNode schema) {
        return (ArrayNode) schema.path("required");
    }

    private static ObjectNode read(Path file) {
        return (ObjectNode) JSON.readTree(file.toFile());
    }

    private static String version(Path file) {
        return List.of(file.getFileName().toString().split("[^0-9]+")).stream()
                .filter(each -> !each.isEmpty())
                .map(each -> "%05d".formatted(Integer.parseInt(each)))
                .reduce("", String::concat);
    }
}
