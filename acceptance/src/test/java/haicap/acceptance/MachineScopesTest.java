package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Machines may do one thing each, and the services know no scope that stands for several. */
class MachineScopesTest {

    private static final Set<String> PUBLIC =
            Set.of("audit", "feed.city", "operations", "units.read");
    private static final Pattern CHECKED =
            Pattern.compile("(?:hasScope|requireScope)\\(\"([^\"]*)\"|SCOPE = \"([^\"]*)\"");

    private final Path root = Checkout.here().root();

    @Test
    void eachDemoMachineHasOneScopeAndNoOfficerHasAny() throws IOException {
        var lines = Files.readAllLines(root.resolve("seeds/demo-clients.csv"));
        for (var line : lines.subList(1, lines.size())) {
            var client = line.split(",", -1);
            if (client[1].equals("SYSTEM")) {
                assertThat(PUBLIC).as(line).contains(client[3]);
            } else {
                assertThat(client[3]).as(line).isEmpty();
            }
        }
    }

    @Test
    void everyScopeThatIsCheckedIsNamedInFull() throws IOException {
        var checked = new TreeSet<String>();
        for (var module :
                Set.of(
                        "platform",
                        "case-service",
                        "inspection-service",
                        "org-structure-service",
                        "reporting-service")) {
            try (var files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
                for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    checked.addAll(scopes(Files.readString(file)));
                }
            }
        }
        assertThat(checked)
                .contains("audit", "operations", "feed.city")
                .allMatch(scope -> PUBLIC.contains(scope) || scope.matches("internal\\.[a-z]+"));
    }

    private static Set<String> scopes(String source) {
        return CHECKED.matcher(source)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .collect(Collectors.toSet());
    }
}
