package haicap.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.testing.PersonCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What leaves a service by its door or by its events counts no persons, but as it may. */
class PersonCountsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path CONTRACTS = Path.of("..", "contracts");

    @Test
    void noOperationTellsARawCountOfPersons() {
        assertThat(PersonCounts.raw(document())).isEmpty();
    }

    @Test
    void noEventTellsARawCountOfPersons() throws IOException {
        try (var files = Files.walk(CONTRACTS)) {
            var schemas =
                    files.filter(file -> file.toString().endsWith(".schema.json"))
                            .map(file -> JSON.readTree(file.toFile()))
                            .toList();
            assertThat(schemas)
                    .isNotEmpty()
                    .allSatisfy(schema -> {
                        assertThat(PersonCounts.raw(schema)).isEmpty();
                    });
        }
    }

    @Test
    void aRawCountThatIsPlantedAnywhereIsFound() {
        var document = document();
        planted(document, "Report", "arrests").put("type", "integer");
        planted(document, "Report", "reportsOpen").put("type", "integer");
        planted(document, "Other", "suspectsTotal").put("$ref", "#/components/schemas/Report");

        assertThat(PersonCounts.raw(document)).containsExactly("arrests", "suspectsTotal");
    }

    @Test
    void aCountInTheFormThatSuppressesFewIsLetThrough() {
        var document = document();
        var told = JSON.valueToTree(PersonCount.told(7, false));
        told.propertyNames().forEach(name -> planted(document, "PersonCount", name));
        planted(document, "Report", "arrests").put("$ref", "#/components/schemas/PersonCount");

        assertThat(PersonCounts.raw(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "persons",
                "peopleHeld",
                "suspectsTotal",
                "victims",
                "reportersToday",
                "petitioners",
                "detaineesOver24h",
                "arrests",
                "arrestedToday",
                "populationArrested",
                "soDoiTuong",
                "nạn_nhân"
            })
    void aNameThatCountsPersonsIsKnown(String name) {
        assertThat(PersonCounts.areIn(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "population",
                "populationShare",
                "reportsOpen",
                "reporting",
                "peoplesCommitteeSeat",
                "visits",
                "officerId",
                "documents"
            })
    void whatCountsFilesOrIsAPublishedStatisticIsNone(String name) {
        assertThat(PersonCounts.areIn(name)).isFalse();
    }

    private static JsonNode document() {
        return JSON.readTree(CONTRACTS.resolve("openapi.json").toFile());
    }

    private static ObjectNode planted(JsonNode document, String schema, String property) {
        return ((ObjectNode) document)
                .withObject("/components/schemas/" + schema + "/properties/" + property);
    }
}
