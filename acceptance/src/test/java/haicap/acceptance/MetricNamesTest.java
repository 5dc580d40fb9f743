package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.system.Command;
import haicap.acceptance.system.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parts measure, as the tool of those who scrape it judges the names. */
@InTheHouse
@Order(5)
class MetricNamesTest {

    private static final Path FOLDER = Path.of("target/metrics");

    /** Of every metric of the house, and of no other. */
    private static final String OURS = "haicap_";

    private final House house;

    MetricNamesTest(House house) {
        this.house = house;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Parts.GATEWAY,
                Parts.ORG_STRUCTURE,
                Parts.CASE,
                Parts.INSPECTION,
                Parts.REPORTING
            })
    void promtoolNamesNoneOfOurs(String part) throws IOException {
        Tools.require("promtool", "promtool judges the metrics (package prometheus)");
        Files.createDirectories(FOLDER);
        try (var door = InstanceDoor.of(house, part)) {
            Files.writeString(FOLDER.resolve(part), door.metrics());
        }

        // its exit code tells of the metrics of libraries too
        var said =
                Command.in(FOLDER)
                        .run("bash", "-c", "promtool check metrics <" + part + " || true")
                        .lines();

        assertThat(Files.readString(FOLDER.resolve(part))).contains(OURS);
        assertThat(said.filter(line -> line.startsWith(OURS) || line.contains("error"))).isEmpty();
    }
}
