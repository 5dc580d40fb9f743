package haicap.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    private static final Map<String, String> FREE = Map.of("HAICAP_PORTS", "free");

    @TempDir private Path folder;

    @Test
    void areTheUsualOnesWhenNobodySaysOtherwise() {
        var ports = Ports.resolve(new Home(folder), Map.of(), false);

        assertThat(ports.of(Part.GATEWAY)).isEqualTo(8080);
        assertThat(ports.controller()).isEqualTo(8088);
        assertThat(ports.publicUrl()).isEqualTo("http://localhost:8080");
    }

    @Test
    void followTheEnvironment() {
        var ports =
                Ports.resolve(new Home(folder), Map.of("HAICAP_ORG_STRUCTURE_PORT", "9101"), false);

        assertThat(ports.url(Part.ORG_STRUCTURE)).isEqualTo("http://127.0.0.1:9101");
    }

    @Test
    void freeOnesDifferFromOneAnother() {
        var ports = Ports.resolve(new Home(folder), FREE, false);

        assertThat(new HashSet<>(ports.byName().values())).hasSize(Part.values().length + 1);
    }

    @Test
    void onceRecordedAreFoundByLaterCommands() {
        var home = new Home(folder);
        var first = Ports.resolve(home, FREE, true);

        assertThat(Ports.resolve(home, Map.of(), false)).isEqualTo(first);
        assertThat(Ports.resolve(home, FREE, true)).isEqualTo(first);
    }

    @Test
    void thatAreNoneAreRefused() {
        var environment = Map.of("HAICAP_CASE_PORT", "eighty");

        assertThatThrownBy(() -> Ports.resolve(new Home(folder), environment, false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("HAICAP_CASE_PORT");
    }

    @Test
    void areTakenWhileSomebodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(Ports.taken(port)).isTrue();
        }
        assertThat(Ports.taken(port)).isFalse();
    }
}
