package haicap.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MergedDocumentTests {

    private static final Path CONTRACTS = Path.of("..", "contracts");
    private static final Path FILE = CONTRACTS.resolve("openapi.json");

    @Test
    void documentOfAllIsMadeOfTheParts() throws IOException {
        var said = MergedDocument.of(CONTRACTS.resolve("openapi"));
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(FILE, said);
        }
        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as(
                        "%s is made of contracts/openapi; after a change that is meant: mvn -pl"
                                + " gateway test -Dtest=MergedDocumentTests -Dopenapi.write=true",
                        FILE)
                .isEqualTo(said);
    }

    @Test
    void whatAnOrderCreatesIsReadWhereItsLocationPoints() {
        var paths = JsonMapper.shared().readTree(FILE.toFile()).path("paths");
        var created =
                paths.propertyNames().stream()
                        .filter(path ->
                                paths.path(path).at("/post/responses/201/headers").has("Location"))
                        .toList();

        assertThat(created)
                .isNotEmpty()
                .allSatisfy(path -> {
                    assertThat(placesOf(path)).anyMatch(place -> paths.path(place).has("get"));
                });
    }

    /** A thing is read by its id under its list, or under the list of its kind, or in its file. */
    private static List<String> placesOf(String list) {
        var kind = list.substring(list.lastIndexOf('/'));
        return List.of(
                list + "/{id}",
                "/api/v1" + kind + "/{id}",
                list.replace("/{id}/reply", "/{id}/replies"));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryOperationHasANameOfItsOwn() {
        var document = JsonMapper.shared().readTree(FILE.toFile());
        document.findValuesAsString("$ref")
                .forEach(each ->
                        assertThat(document.at(each.substring(1)).isMissingNode())
                                .as(each)
                                .isFalse());
        var names = new HashSet<String>();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(names.add(operation.path("operationId").asString()))
                        .as(operation.path("operationId").asString())
                        .isTrue();
                assertThat(operation.path("summary").asString()).isNotBlank();
                assertThat(operation.path("description").asString()).isNotBlank();
            }
        }
    }
}
