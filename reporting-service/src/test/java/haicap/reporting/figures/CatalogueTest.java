package haicap.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.catalogue.Catalogue;
import haicap.platform.catalogue.Catalogue.Entry;
import haicap.reporting.files.CountedKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue of {@code seeds/} beside everything that speaks of figures, kinds and activities.
 */
class CatalogueTest {

    private static final Path CONTRACTS = Path.of("..", "contracts");
    private static final Set<String> SOURCES = Set.of("haicap.case.v1", "haicap.inspection.v1");

    @Test
    void whatIsCountedIsWhatTheCatalogueLists() {
        assertThat(Figure.all().stream().map(Figure::publicName))
                .containsExactlyInAnyOrderElementsOf(Catalogue.figures().keySet());
        assertThat(Figure.all().stream().filter(Figure::isLate))
                .containsExactly(
                        Figure.of("reportsOverdue"),
                        Figure.of("findingsOverdue"),
                        Figure.of("obstaclesOverdue"));
    }

    @Test
    void theSchemaOfTheFeedDescribesEveryFigureByItsName() throws IOException {
        var figures =
                JsonMapper.shared()
                        .readTree(
                                Files.readString(
                                        CONTRACTS.resolve(
                                                "haicap.feed.v1/FeedRecorded.schema.json")))
                        .at("/$defs/figures");
        var described = new TreeMap<String, String>();
        figures.path("properties")
                .properties()
                .forEach(each ->
                        described.put(
                                each.getKey(), each.getValue().path("description").asString()));
        var listed =
                Catalogue.figures().values().stream()
                        .collect(Collectors.toMap(Entry::code, Entry::english));
        assertThat(described).isEqualTo(listed);
    }

    @Test
    void theDocumentsOfTheSourcesNameEveryFigure() throws IOException {
        var documents = new StringBuilder();
        for (var source : SOURCES) {
            documents.append(Files.readString(CONTRACTS.resolve(source).resolve("README.md")));
        }
        assertThat(documents).contains(Catalogue.figures().keySet());
    }

    @Test
    void everyEventOfASourceIsAnActivityOfAKind() throws IOException {
        var told = new TreeSet<String>();
        for (var source : SOURCES) {
            try (var files = Files.list(CONTRACTS.resolve(source))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".schema.json"))
                        .map(name -> hyphened(name.substring(0, name.indexOf('.'))))
                        .filter(name -> !name.endsWith("-snapshot"))
                        .filter(name -> !name.startsWith("reannouncement-"))
                        .forEach(told::add);
            }
        }
        assertThat(Catalogue.activities().keySet()).isEqualTo(told);
        assertThat(told).allMatch(name -> kinds().anyMatch(kind -> name.startsWith(kind + "-")));
    }

    @Test
    void everyKindOfFileIsAKindOfTheCatalogue() {
        assertThat(CountedKind.ALL.stream().map(kind -> hyphened(kind.type().getSimpleName())))
                .isSubsetOf(Catalogue.kinds().keySet());
    }

    @Test
    void everythingHasANameInBothLanguages() {
        assertThat(
                        Stream.of(Catalogue.kinds(), Catalogue.figures(), Catalogue.activities())
                                .flatMap(entries -> entries.values().stream()))
                .allSatisfy(entry -> {
                    assertThat(entry.vietnamese()).as(entry.code()).isNotBlank();
                    assertThat(entry.english()).as(entry.code()).isNotBlank();
                });
    }

    private static Stream<String> kinds() {
        return Catalogue.kinds().keySet().stream();
    }

    private static String hyphened(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
