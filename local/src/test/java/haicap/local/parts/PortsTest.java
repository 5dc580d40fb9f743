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
        var ports = resolve(Map.of(), false);

        assertThat(ports.of(Part.GATEWAY)).isEqualTo(8080);
        assertThat(ports.controller()).isEqualTo(8088);
        assertThat(ports.publicUrl()).isEqualTo("http://localhost:8080");
    }

    @Test
    void followTheEnvironment() {
        var ports = resolve(Map.of("HAICAP_ORG_STRUCTURE_PORT", "9101"), false);

        assertThat(ports.url(Part.ORG_STRUCTURE)).isEqualTo("http://127.0.0.1:9101");
    }

    @Test
    void freeOnesDifferFromOneAnother() {
        var ports = resolve(FREE, false);

        assertThat(new HashSet<>(ports.byName().values())).hasSize(Part.values().length + 1 + 5);
    }

    @Test
    void operatorsHaveOneOfTheirOwnAtEachServiceAndAtTheGateway() {
        var ports = resolve(Map.of("HAICAP_CASE_MANAGEMENT_PORT", "9109"), false);

        assertThat(ports.management(Instance.first(Part.GATEWAY))).isEqualTo(9080);
        assertThat(ports.management(Instance.first(Part.CASE))).isEqualTo(9109);
        assertThat(ports.management(Instance.first(Part.IDENTITY))).isEqualTo(8085);
    }

    @Test
    void onceRecordedAreFoundByLaterCommands() {
        var first = resolve(FREE, true);

        assertThat(resolve(Map.of(), false)).isEqualTo(first);
        assertThat(resolve(FREE, true)).isEqualTo(first);
    }

    @Test
    void areKnownOfEveryReplica() {
        Replicas.parse("case=2").recordIn(new Home(folder));

        var ports = resolve(Map.of("HAICAP_CASE_2_PORT", "9102"), false);

        assertThat(ports.url(Instance.named("case"))).isEqualTo("http://127.0.0.1:8082");
        assertThat(ports.url(Instance.named("case-2"))).isEqualTo("http://127.0.0.1:9102");
    }

    @Test
    void thatAreNoneAreRefused() {
        var environment = Map.of("HAICAP_CASE_PORT", "eighty");

        assertThatThrownBy(() -> resolve(environment, false))
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

    private Ports resolve(Map<String, String> environment, boolean record) {
        return Ports.resolve(new Home(folder), environment, record);
    }
}
