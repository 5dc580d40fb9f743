package haicap.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaicapTest {

    @TempDir private Path home;
    private final StringWriter said = new StringWriter();
    private Map<String, String> environment;

    @BeforeEach
    void chooseFreePorts() {
        environment = Map.of("HAICAP_HOME", home.toString(), "HAICAP_PORTS", "free");
    }

    @Test
    void listsItsCommands() {
        assertThat(run("help")).isZero();
        assertThat(said.toString())
                .contains(
                        "up", "down", "status", "logs", "token", "demo", "clock", "kill", "start");
    }

    @Test
    void namesThePartsWhenAskedForAnother() {
        assertThat(run("kill", "zookeeper")).isEqualTo(1);
        assertThat(said.toString()).contains("zookeeper", "org-structure");
    }

    @Test
    void saysThatThereIsNothingToKill() {
        assertThat(run("kill", "case")).isEqualTo(1);
        assertThat(said.toString()).contains("case");
    }

    @Test
    void stopsNothingWhenNothingRuns() {
        assertThat(run("down")).isZero();
        assertThat(said.toString()).contains("0");
    }

    @Test
    void showsEveryPartAsStoppedBeforeTheFirstStart() {
        assertThat(run("status")).isEqualTo(3);
        assertThat(said.toString().lines().filter(line -> line.contains("stopped"))).hasSize(8);
    }

    @Test
    void showsTheSameToMachines() {
        assertThat(run("status", "--json")).isEqualTo(3);
        assertThat(said.toString()).startsWith("[").contains("\"part\" : \"reporting\"");
    }

    @Test
    void shiftsTheClockStepByStepAndBack() throws Exception {
        assertThat(run("clock", "+3d")).isZero();
        assertThat(run("clock", "-1h")).isZero();
        assertThat(home.resolve("clock-offset")).hasContent("PT71H");
        assertThat(run("clock", "reset")).isZero();
        assertThat(Files.readString(home.resolve("clock-offset"))).isEqualTo("PT0S");
    }

    @Test
    void refusesADemoWithoutARate() {
        assertThat(run("demo", "--rate", "0")).isEqualTo(1);
        assertThat(said.toString()).contains("--rate");
    }

    @Test
    void asksWhetherTheSystemIsUpWhenNobodyGivesTokens() {
        assertThat(run("token", "officer-00004")).isEqualTo(1);
        assertThat(said.toString()).contains("oauth2/token");
    }

    private int run(String... arguments) {
        var out = new PrintWriter(said, true);
        return Haicap.commandLine(new Console(environment, out))
                .setOut(out)
                .setErr(out)
                .execute(arguments);
    }
}
