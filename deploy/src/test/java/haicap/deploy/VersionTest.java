package haicap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Build, images, launcher, public document and changelog bear one version number. */
class VersionTest {

    private static final Path CHECKOUT = Path.of("..");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    haicap                                            | VERSION=([0-9.]+)
                    deploy/Dockerfile                                 | ARG VERSION=([0-9.]+)
                    deploy/kubernetes/overlays/demo/kustomization.yaml | newTag: ([0-9.]+)
                    local/src/main/java/haicap/local/parts/Checkout.java | VERSION = "([0-9.]+)"
                    contracts/openapi.json                            | "title" : "[^"]*",\\s+"version" : "([0-9.]+)"
                    CHANGELOG.md                                      | (?s)\\A.*?\\n## ([0-9.]+)
                    """)
    void isThatOfTheBuild(String file, String place) throws IOException {
        assertThat(found(file, place)).isNotEmpty().containsOnly(ofTheBuild());
    }

    @Test
    void everyModuleHasIt() throws IOException {
        try (var modules = Files.list(CHECKOUT)) {
            for (var module :
                    modules.filter(each -> Files.exists(each.resolve("pom.xml"))).toList()) {
                assertThat(
                                found(
                                        module.getFileName() + "/pom.xml",
                                        "(?s)<parent>.*?<version>([0-9.]+)</version>.*?</parent>"))
                        .as(module.toString())
                        .containsOnly(ofTheBuild());
            }
        }
    }

    private static String ofTheBuild() throws IOException {
        return found("pom.xml", "<artifactId>haicap</artifactId>\\s+<version>([0-9.]+)<")
                .getFirst();
    }

    private static List<String> found(String file, String place) throws IOException {
        return Pattern.compile(place)
                .matcher(Files.readString(CHECKOUT.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
