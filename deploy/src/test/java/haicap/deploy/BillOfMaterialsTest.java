package haicap.deploy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bill of materials that an image bears is of what is in it. */
class BillOfMaterialsTest {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String IN_JAR = "META-INF/sbom/application.cdx.json";
    private static final String BILL = "target/classes/" + IN_JAR;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org-structure-service",
                "case-service",
                "inspection-service",
                "reporting-service",
                "gateway",
                "local"
            })
    void namesEveryLibraryThatRunsAndNoOther(String module) throws IOException {
        var file = Path.of("..", module, BILL);
        var bill = new ObjectMapper().readTree(file.toFile());

        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo(module);
        assertThat(named(bill)).containsExactlyInAnyOrderElementsOf(libraries(module));
        assertThat(bill.at("/metadata/timestamp").isMissingNode())
                .as("the same build makes the same bill")
                .isTrue();
        try (var jar = jar(module);
                var within = jar.getInputStream(jar.getEntry(IN_JAR))) {
            assertThat(within).hasBinaryContent(Files.readAllBytes(file));
        }
    }

    @Test
    void theImageSaysWhereItIs() throws IOException {
        assertThat(Files.readString(Path.of("Dockerfile")))
                .contains(
                        "COPY ${SERVICE}/" + BILL + " ./sbom/",
                        "vn.haicap.sbom=\"/app/sbom/application.cdx.json\"");
        assertThat(Files.readAllLines(Path.of("../.dockerignore"))).contains("!*/" + BILL);
    }

    /** Without starters: they are empty, and the jar leaves them out. */
    private static Set<String> named(JsonNode bill) {
        return Manifests.elements(bill.path("components"))
                .map(each -> each.path("name").asText() + "-" + each.path("version").asText())
                .filter(each -> !each.startsWith("spring-boot-starter"))
                .collect(toSet());
    }

    /** Those that are of one system bear its name behind their version. */
    private static Set<String> libraries(String module) throws IOException {
        try (var jar = jar(module)) {
            return jar.stream()
                    .map(each -> each.getName())
                    .filter(each -> each.startsWith(LIBRARIES) && each.endsWith(".jar"))
                    .map(each -> each.substring(LIBRARIES.length(), each.length() - 4))
                    .map(each -> each.replaceFirst("-(linux|osx|windows)-[a-z0-9_]+$", ""))
                    .filter(each -> !each.startsWith("spring-boot-jarmode-"))
                    .collect(toSet());
        }
    }

    private static JarFile jar(String module) throws IOException {
        return new JarFile(Path.of("..", module, "target", module + "-0.4.0-app.jar").toFile());
    }
}
