package haicap.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What all kinds of work have in common does not know them: neither the platform nor the gateway
 * with its wall names one outside of comments. What still does is listed here, and nothing else.
 */
class NoKindIsNamedTest {

    private static final Pattern COMMENT =
            Pattern.compile("(?s:/\\*.*?\\*/)|(?<!:)//.*$|^\\s*(#|--).*$", Pattern.MULTILINE);

    private static final Map<String, Set<String>> STILL_NAMED =
            new TreeMap<>(
                    Map.of(
                            // until every kind says its label where it is declared
                            "platform/src/main/java/haicap/platform/privacy/Matter.java",
                            Set.of(
                                    "campaign",
                                    "crime-report",
                                    "finding",
                                    "function-transfer",
                                    "obstacle",
                                    "visit"),
                            // the desk's own forms and lists of two kinds, and their words
                            "gateway/src/main/resources/wall/desk.js",
                            Set.of("obstacle"),
                            "gateway/src/main/resources/wall/forms.js",
                            Set.of("crime-report", "obstacle"),
                            "gateway/src/main/resources/wall/texts.js",
                            Set.of("crime-report", "obstacle")));

    /** The copy of the organisation names what it consists of. */
    private static final Set<String> OF_THE_ORGANISATION = Set.of("appointment");

    @Test
    void neitherPlatformNorGatewayNamesAKind() {
        var named = new TreeMap<String, Set<String>>();
        for (var module : new String[] {"platform", "gateway"}) {
            files(module)
                    .forEach(file -> {
                        var kinds = kindsNamedIn(COMMENT.matcher(text(file)).replaceAll(""));
                        if (file.toString().contains("/orgcopy/")) {
                            kinds.removeAll(OF_THE_ORGANISATION);
                        }
                        if (!kinds.isEmpty()) {
                            named.put(Path.of("..").relativize(file).toString(), kinds);
                        }
                    });
        }
        assertThat(named).isEqualTo(STILL_NAMED);
    }

    @Test
    void aKindIsFoundHoweverItIsWritten() {
        assertThat(
                        Stream.of(
                                "/api/v1/crime-reports",
                                "CRIME_REPORT",
                                "crimeReportReceived",
                                "a crime report",
                                "FROM crime_report"))
                .allMatch(text -> kindsNamedIn(text).equals(Set.of("crime-report")));
        assertThat(COMMENT.matcher("/* a visit */ x(); // visit").replaceAll(""))
                .isEqualTo(" x(); ");
    }

    private static Set<String> kindsNamedIn(String text) {
        var found = new TreeSet<String>();
        for (var kind : Catalogue.kinds().keySet()) {
            var written = kind.replace("-", "[-_ ]?");
            if (Pattern.compile("(?i)" + written).matcher(text).find()) {
                found.add(kind);
            }
        }
        return found;
    }

    private static Stream<Path> files(String module) {
        try {
            return Files.walk(Path.of("..", module, "src", "main"))
                    .filter(Files::isRegularFile)
                    .filter(NoKindIsNamedTest::isText);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isText(Path file) {
        return file.toString().matches(".*\\.(java|yaml|properties|sql|js|html|css)");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
