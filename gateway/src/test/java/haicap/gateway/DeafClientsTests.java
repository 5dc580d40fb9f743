package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Clients who ask and do not take their answers hold little, not for long, and harm nobody. */
class DeafClientsTests {

    private static final String LARGE = "/docs/files/swagger-ui-bundle.js";
    private static final Pattern OPEN = Pattern.compile("haicap_connections_open (\\d+)");

    private static City city;

    @BeforeAll
    static void start() {
        city =
                new City(
                        "haicap.connections.head-within=700ms",
                        "haicap.connections.taken-within=1s",
                        "haicap.limits.open.per-second=5000",
                        "haicap.limits.open.burst=5000");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void whoPipelinesALargeFileAndNeverReadsIsCutOffAndOthersAreServed() throws IOException {
        var deaf = new ArrayList<Wire>();
        try {
            for (var i = 0; i < 50; i++) {
                deaf.add(Wire.deaf(city).say(get(LARGE).repeat(20)));
            }
            for (var i = 0; i < 20; i++) {
                assertThat(city.send(city.request(LARGE)).statusCode()).isEqualTo(200);
                assertThat(city.get("/api/v1/units").statusCode()).isEqualTo(200);
            }
            await().until(() -> open() < 10);
        } finally {
            for (var wire : deaf) {
                wire.close();
            }
        }
    }

    @Test
    void whoDoesNotReadAPartsLongAnswerIsCutOffThereToo() throws IOException {
        city.orgStructure.behaves((request, response) ->
                response.sendString(Flux.range(0, 10_000).map(i -> "x".repeat(4_000))).then());
        try (var wire = Wire.deaf(city)) {
            wire.say("GET /api/v1/units HTTP/1.1\r\nHost: x\r\n" + token() + "\r\n").read(100);
            await().until(() -> city.orgStructure.openConnections() == 0);
        } finally {
            city.orgStructure.behaves(Part.ECHO);
        }
    }

    @Test
    void aFewRequestsInARowAreAnsweredInOrder() throws IOException {
        try (var wire = Wire.to(city)) {
            wire.say(get("/problems/none"));
            wire.say(
                    "POST /api/v1/crime-reports HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                            + token()
                            + "\r\n{}");
            wire.say(get("/nowhere"));
            wire.say("GET /api/v1/units HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + token());
            wire.say("\r\n");

            var answers = wire.rest();
            assertThat(answers.split("HTTP/1.1 ")).hasSize(5);
            assertThat(answers)
                    .containsSubsequence(
                            "404 ", "200 ", "crime-reports 2", "404 ", "200 ", "/api/v1/units 0");
        }
    }

    @Test
    void oneAtATimeIsAskedOfAPart() throws IOException {
        var before = city.inspection.requests();
        city.inspection.behaves((request, response) -> reactor.core.publisher.Mono.never());
        var request = "GET /api/v1/obstacles HTTP/1.1\r\nHost: x\r\n" + token() + "\r\n";
        try (var wire = Wire.to(city)) {
            wire.say(request.repeat(5));
            await().until(() -> city.inspection.requests() > before);
            assertThat(city.get("/api/v1/units").statusCode()).isEqualTo(200);
            assertThat(city.inspection.requests()).isEqualTo(before + 1);
        } finally {
            city.inspection.behaves(Part.ECHO);
        }
    }

    @Test
    void whoSendsFarMoreThanIsAnsweredIsCutOff() throws IOException {
        city.inspection.behaves((request, response) -> reactor.core.publisher.Mono.never());
        var request = "GET /api/v1/obstacles HTTP/1.1\r\nHost: x\r\n" + token() + "\r\n";
        try (var wire = Wire.to(city)) {
            wire.say(request + get("/problems/none").repeat(200));
            assertThatThrownBy(wire::rest).isInstanceOf(SocketException.class);
        } finally {
            city.inspection.behaves(Part.ECHO);
        }
    }

    @Test
    void whoWasAnsweredBeforeTheOwnRequestWasWholeHasLittleTimeForTheRest() throws IOException {
        try (var wire = Wire.to(city)) {
            wire.say("POST /api/v1/units HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n{");
            assertThat(wire.rest()).startsWith("HTTP/1.1 401 ");
        }
    }

    private static int open() {
        var metrics = OPEN.matcher(city.manage("/actuator/prometheus").body());
        assertThat(metrics.find()).isTrue();
        return Integer.parseInt(metrics.group(1));
    }

    private static String get(String path) {
        return "GET %s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(path);
    }

    private static String token() {
        return "Authorization: Bearer " + city.issuer.token("chief-00004") + "\r\n";
    }
}
