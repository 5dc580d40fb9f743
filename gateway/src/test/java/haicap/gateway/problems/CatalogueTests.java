package haicap.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue beside the texts and the code of all parts. */
class CatalogueTests {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final String DETAIL = ".detail";
    private static final Pattern REFUSED =
            Pattern.compile(
                    "Refusal\\s*\\.(?:conflict|forbidden|unprocessable|busy|tooMany|unavailable)"
                            + "\\(\\s*\"([a-z0-9-]+)\"");
    private static final Pattern REFUSED_WITH =
            Pattern.compile("Refusal\\s*\\.of\\(\\s*\\d+,\\s*\"([a-z0-9-]+)\"");

    private final Catalogue catalogue = new Catalogue();

    @Test
    void titlesStandHereAlone() {
        assertThat(vietnamese().keySet()).allMatch(key -> key.endsWith(DETAIL));
        assertThat(texts("en").keySet()).isEqualTo(vietnamese().keySet());
    }

    @Test
    void everyProblemHasADetailThatSomePartTells() {
        assertThat(vietnamese().keySet())
                .containsAll(catalogue.all().stream().map(entry -> entry.code() + DETAIL).toList());
    }

    @Test
    void explainsEveryFaultThatErrorsCanName() {
        var faults =
                vietnamese().keySet().stream()
                        .map(key -> key.substring(0, key.lastIndexOf('.')))
                        .filter(code -> catalogue.of(code).isEmpty())
                        .collect(Collectors.toSet());
        assertThat(catalogue.faults().keySet()).isEqualTo(faults);
    }

    @Test
    void knowsEveryCodeThatTheSourcesRefuseWith() {
        var known = catalogue.all().stream().map(Entry::code).collect(Collectors.toSet());
        var used =
                sources()
                        .flatMap(text ->
                                Stream.of(REFUSED, REFUSED_WITH)
                                        .flatMap(pattern -> pattern.matcher(text).results())
                                        .map(found -> found.group(1)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).hasSizeGreaterThan(30);
        assertThat(known).containsAll(used);
    }

    /** Codes of the protocol are made of the status. */
    @Test
    void knowsNoCodeThatNobodyUses() {
        var sources = sources().collect(Collectors.joining());
        assertThat(catalogue.all())
                .extracting(Entry::code)
                .filteredOn(code -> !code.matches("http-4\\d\\d"))
                .allMatch(code -> sources.contains('"' + code + '"'));
        assertThat(catalogue.faults().keySet())
                .allMatch(code -> sources.contains('"' + code + '"'));
    }

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(catalogue.all())
                .allSatisfy(entry ->
                        assertThat(List.of(entry.title(), entry.cause(), entry.cure()))
                                .allSatisfy(text -> {
                                    assertThat(text.vi()).isNotBlank().isNotEqualTo("null");
                                    assertThat(text.en()).isNotBlank().isNotEqualTo("null");
                                }));
    }

    private static Map<String, List<String>> vietnamese() {
        return texts("vi");
    }

    /** Several parts may name one code each in its own words. */
    private static Map<String, List<String>> texts(String language) {
        var texts = new TreeMap<String, List<String>>();
        files("messages/(platform|problems)_%s\\.properties".formatted(language))
                .forEach(file -> {
                    var properties = new Properties();
                    try (Reader in = Files.newBufferedReader(file)) {
                        properties.load(in);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    properties.forEach((key, text) ->
                            texts.computeIfAbsent(key.toString(), k -> new ArrayList<>())
                                    .add(text.toString()));
                });
        return texts;
    }

    private static Stream<String> sources() {
        return files(".*\\.java")
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static Stream<Path> files(String name) {
        var wanted = Pattern.compile("[^/]+/src/main/(java|resources)/" + name);
        try (var modules = Files.list(CHECKOUT)) {
            return modules
                    .map(module -> module.resolve("src/main"))
                    .filter(Files::isDirectory)
                    .toList()
                    .stream()
                    .flatMap(CatalogueTests::below)
                    .filter(file -> wanted.matcher(CHECKOUT.relativize(file).toString()).matches());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
