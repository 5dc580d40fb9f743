package haicap.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartProcessTest {

    private static final Instance CASE = Instance.first(Part.CASE);

    @TempDir private Path folder;
    private Home home;
    private Ports ports;

    /** A part that is ready once it has made a file. */
    private record Script(Path made, String text) implements Recipe {

        @Override
        public Instance instance() {
            return CASE;
        }

        @Override
        public Launch launch() {
            return new Launch(List.of("sh", "-c", text), Map.of("MADE", made.toString()));
        }

        @Override
        public boolean answers() {
            return Files.exists(made);
        }
    }

    @BeforeEach
    void choosePorts() {
        home = new Home(folder);
        ports = Ports.resolve(home, Map.of("HAICAP_PORTS", "free"), false);
    }

    @AfterEach
    void killWhatIsLeft() {
        process("").kill();
    }

    @Test
    void returnsWhenThePartIsReadyAndLeavesItRunning() {
        var process = process("echo here; touch $MADE; sleep 600");

        process.start();

        assertThat(process.ready()).isTrue();
        assertThat(home.log(CASE)).content().contains("here");
    }

    @Test
    void startsNothingTwice() {
        var process = process("touch $MADE; sleep 600");
        process.start();
        var first = process.running();

        process.start();

        assertThat(process.running()).isEqualTo(first);
    }

    @Test
    void namesTheLogOfAPartThatEndsAtOnce() {
        assertThatThrownBy(() -> process("echo broken; exit 1").start())
                .isInstanceOf(Failure.class)
                .hasMessageContaining(home.log(CASE).toString());
    }

    @Test
    void refusesAPortThatSomebodyElseUses() throws IOException {
        try (var socket = new ServerSocket(ports.of(CASE), 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
            assertThatThrownBy(() -> process("touch $MADE; sleep 600").start())
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("HAICAP_CASE_PORT");
        }
    }

    @Test
    void killsThePartWithItsChildren() throws IOException {
        var child = folder.resolve("child");
        var process = process("sleep 600 & echo $! > " + child + "; touch $MADE; wait");
        process.start();
        var pid = Long.parseLong(Files.readString(child).strip());

        assertThat(process.kill()).isTrue();

        assertThat(process.running()).isEmpty();
        assertThat(ProcessTable.find(pid)).isEmpty();
    }

    private PartProcess process(String text) {
        return new PartProcess(new Script(folder.resolve("made"), text), home, ports);
    }
}
