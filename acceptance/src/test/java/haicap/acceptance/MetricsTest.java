package haicap.acceptance;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.system.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What operators read of each metric, and what the parts really measure. */
@InTheHouse
@Order(4)
class MetricsTest {

    private static final Pattern ROW = Pattern.compile("\\| (`[^|]+`) \\| (\\w+) \\|.*");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9_]+)`");
    private static final Pattern MEASURED = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)[{ ].*");

    private final House house;

    MetricsTest(House house) {
        this.house = house;
    }

    @Test
    void theTableHasEverythingThatServicesMeasureAndNothingElse() throws IOException {
        for (var service : Parts.SERVICES) {
            var table = table("services");
            table.addAll(table(service));
            for (var instance : house.system().instances(service)) {
                var measured = measured(instance);
                assertThat(measured).as(instance).containsAll(table);
                assertThat(table).as(instance).containsAll(ours(measured));
            }
        }
    }

    @Test
    void theTableHasEverythingThatTheGatewayMeasuresAndNothingElse() throws IOException {
        var table = table("gateway");
        var measured = measured(Parts.GATEWAY);
        assertThat(table).isNotEmpty();
        assertThat(measured).containsAll(table);
        assertThat(table).containsAll(ours(measured));
    }

    private Set<String> table(String of) throws IOException {
        var page = house.system().checkout().resolve("docs/operations/metrics.md");
        try (var lines = Files.lines(page)) {
            return lines.map(ROW::matcher)
                    .filter(row -> row.matches() && row.group(2).equals(of))
                    .flatMap(row -> NAME.matcher(row.group(1)).results())
                    .map(name -> name.group(1))
                    .collect(toSet());
        }
    }

    private Set<String> measured(String instance) {
        try (var door = InstanceDoor.of(house, instance)) {
            return door.metrics()
                    .lines()
                    .map(MEASURED::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1))
                    .collect(toSet());
        }
    }

    private static Set<String> ours(Set<String> names) {
        return names.stream().filter(name -> name.startsWith("haicap_")).collect(toSet());
    }
}
