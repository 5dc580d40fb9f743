package haicap.gateway;

import static haicap.gateway.Answers.asksToRetry;
import static haicap.gateway.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies that come slowly, in great number or never hold little, and no part. */
class BodiesTests {

    private static final int KIB = 1024;

    private static City city;

    @BeforeAll
    static void start() {
        city =
                new City(
                        "haicap.limits.body.within=3s",
                        "haicap.limits.open-body.within=3s",
                        "haicap.limits.bodies.in-all=800KB",
                        "haicap.limits.bodies.per-caller=300KB",
                        "haicap.limits.open-bodies.in-all=300KB",
                        "haicap.limits.open-bodies.per-caller=300KB",
                        "haicap.limits.import-body.pause=1s",
                        "haicap.limits.import-body.least-per-second=1KB",
                        "haicap.limits.import-body.in-all=3",
                        "haicap.limits.import-body.per-caller=2");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void whoShowsNoTokenMaySendLittle() {
        for (var path : List.of("/oauth2/token", "/login", "/oauth2/authorize")) {
            problem(send(path, new byte[64 * KIB + 1]), 413, "body-too-large");
            assertThat(send(path, new byte[64 * KIB]).body()).endsWith(" " + 64 * KIB);
        }
    }

    @Test
    void bodiesThatNeverEndFillTheirSendersShareAndNobodyElses() throws IOException {
        var unfinished = new ArrayList<Wire>();
        try {
            unfinished.add(almost("/api/v1/units", "greedy", 200 * KIB));
            await().until(() -> inMemory() >= 200 * KIB - 1);

            var second = Wire.to(city);
            unfinished.add(second);
            second.say(head("/api/v1/units", "greedy", 200 * KIB, true) + "x".repeat(200 * KIB));
            assertThat(second.read(12)).isEqualTo("HTTP/1.1 429");
            assertThat(post("/api/v1/units", "bystander", 200 * KIB).statusCode()).isEqualTo(200);
        } finally {
            close(unfinished);
        }
        await().until(() -> inMemory() == 0);
    }

    @Test
    void allTogetherHaveABudget() throws IOException {
        var unfinished = new ArrayList<Wire>();
        try {
            for (var i = 0; i < 3; i++) {
                unfinished.add(almost("/api/v1/units", "sender-" + i, 250 * KIB));
            }
            await().until(() -> inMemory() >= 3 * (250 * KIB - 1));

            var refused = post("/api/v1/units", "bystander", 200 * KIB);

            problem(refused, 503, "part-busy");
            asksToRetry(refused);
            assertThat(post("/api/v1/units", "bystander", 10 * KIB).statusCode()).isEqualTo(200);
        } finally {
            close(unfinished);
        }
        await().until(() -> inMemory() == 0);
        assertThat(post("/api/v1/units", "bystander", 200 * KIB).statusCode()).isEqualTo(200);
    }

    @Test
    void bodiesForWhichNoTokenIsAskedTakeNothingOfTheBudgetOfOthers() throws IOException {
        var unfinished = new ArrayList<Wire>();
        try {
            for (var i = 0; i < 4; i++) {
                unfinished.add(almost("/oauth2/token", "stranger", 60 * KIB));
            }
            await().until(() -> inMemory("_open") >= 4 * (60 * KIB - 1));
            problem(send("/oauth2/token", new byte[64 * KIB]), 503, "part-busy");
            for (var i = 0; i < 2; i++) {
                unfinished.add(almost("/api/v1/units", "holder-" + i, 250 * KIB));
            }
            await().until(() -> inMemory() >= 2 * (250 * KIB - 1));

            assertThat(post("/api/v1/units", "bystander", 200 * KIB).statusCode()).isEqualTo(200);
        } finally {
            close(unfinished);
        }
        await().until(() -> inMemory() + inMemory("_open") == 0);
    }

    @Test
    void anImportThatDripsIsCutOffThoughItNeverPauses() throws Exception {
        var before = city.orgStructure.requests();
        try (var wire = Wire.to(city)) {
            wire.say(head("/api/v1/imports", "dripper", 1_000, true));
            var dripping =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    for (var i = 0; i < 999; i++) {
                                        wire.say("x");
                                        Thread.sleep(100); // it is what the test is about
                                    }
                                } catch (IOException | InterruptedException cutOff) {
                                    return;
                                }
                            });
            assertThat(wire.read(12)).isEqualTo("HTTP/1.1 408");
            dripping.interrupt();
        }
        assertThat(city.orgStructure.requests()).isEqualTo(before);
    }

    @Test
    void importsThatAreOnTheirWayHoldNoPartAndOfOneCallerOnlyHisPlaces() throws IOException {
        var unfinished = new ArrayList<Wire>();
        try {
            for (var i = 0; i < 2; i++) {
                unfinished.add(almost("/api/v1/imports", "slow", 100 * KIB));
            }
            await().untilAsserted(() -> {
                var third = post("/api/v1/imports", "slow", KIB);
                problem(third, 429, "too-many-requests");
                asksToRetry(third);
            });
            assertThat(post("/api/v1/imports", "bystander", 200 * KIB).body())
                    .isEqualTo("/api/v1/imports " + 200 * KIB);
            unfinished.add(almost("/api/v1/imports", "other", 100 * KIB));
            await().untilAsserted(() ->
                    problem(post("/api/v1/imports", "bystander", KIB), 503, "part-busy"));
        } finally {
            close(unfinished);
        }
        await().until(() -> post("/api/v1/imports", "slow", KIB).statusCode() == 200);
    }

    @Test
    void whoIsToldToContinueAndDoesNotHoldsNothing() throws IOException {
        for (var path : List.of("/api/v1/units", "/api/v1/imports")) {
            var before = city.orgStructure.requests();
            try (var wire = Wire.to(city)) {
                wire.say(
                        head(path, "waiting", 100, false)
                                + "Connection: close\r\nExpect: 100-continue\r\n\r\n");
                assertThat(wire.rest()).startsWith("HTTP/1.1 100 ").contains("HTTP/1.1 408 ");
            }
            assertThat(city.orgStructure.requests()).isEqualTo(before);
        }
    }

    private static Wire almost(String path, String caller, int length) throws IOException {
        return Wire.to(city).say(head(path, caller, length, true) + "x".repeat(length - 1));
    }

    private static String head(String path, String caller, int length, boolean whole) {
        return "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n%s"
                .formatted(path, city.issuer.token(caller), length, whole ? "\r\n" : "");
    }

    private static HttpResponse<String> post(String path, String caller, int length) {
        return city.send(
                city.request(path)
                        .header("Authorization", "Bearer " + city.issuer.token(caller))
                        .POST(BodyPublishers.ofByteArray(new byte[length])));
    }

    private static HttpResponse<String> send(String path, byte[] body) {
        return city.send(city.request(path).POST(BodyPublishers.ofByteArray(body)));
    }

    private static long inMemory() {
        return inMemory("");
    }

    private static long inMemory(String kind) {
        return city.manage("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("haicap_gateway_bodies" + kind + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    private static void close(List<Wire> wires) throws IOException {
        for (var wire : wires) {
            wire.close();
        }
    }
}
