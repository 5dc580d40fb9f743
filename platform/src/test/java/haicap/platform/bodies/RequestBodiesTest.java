package haicap.platform.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What requests bring, at the door of a service: who may send how much of it, and how slowly. */
@Timeout(60)
class RequestBodiesTest {

    private static final String PATH = "/api/v1/things/imports";
    private static final int MEGABYTE = 1 << 20;

    @RestController
    static class Door {

        private final Writes writes;

        Door(Writes writes) {
            this.writes = writes;
        }

        @PostMapping(path = PATH, consumes = "text/csv")
        @OpenTo(scopes = "bodies")
        ResponseEntity<Object> take(InputStream csv, Caller caller, WriteRequest request)
                throws IOException {
            long size = csv.transferTo(java.io.OutputStream.nullOutputStream());
            var found =
                    Map.of("size", size, "digest", HexFormat.of().formatHex(request.fingerprint()));
            return writes.answer(request, Locks.none(), () -> Answer.ok(found)).toResponse();
        }
    }

    private static ServletWebServerApplicationContext service;
    private static BodyBudget budget;
    private final List<Wire> wires = new ArrayList<>();

    @BeforeAll
    static void start() {
        service =
                (ServletWebServerApplicationContext)
                        TestService.start(
                                TestPostgres.database(),
                                "bodies",
                                Map.of(
                                        "haicap.orgcopy.feed", "false",
                                        "haicap.bodies.in-memory", "0",
                                        "haicap.bodies.patience", "PT1S",
                                        "haicap.bodies.least-per-second", "100B"));
        budget = service.getBean(BodyBudget.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void everythingIsGivenBack() {
        wires.forEach(Wire::close);
        await().atMost(Duration.ofSeconds(20)).until(() -> budget.held() == 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> budget.large() == 0);
    }

    @Test
    void whoMayNotCallTheOperationIsRefusedBeforeAByteOfTheBodyIsRead() throws Exception {
        var wire = wire("stranger", "nothing", 32 * MEGABYTE);

        assertThat(wire.status()).isEqualTo(403);
        assertThat(wire.rest()).contains("scope-missing");
    }

    @Test
    void whatIsAnnouncedAsTooLargeIsNotReadEither() throws Exception {
        assertThat(wire("one", "bodies", 33 * MEGABYTE).status()).isEqualTo(413);
    }

    @Test
    void aBodyThatDripsIsGivenUpAndItsPlaceIsFreeAgain() throws Exception {
        var wire = wire("one", "bodies", MEGABYTE);

        while (wire.isSilentForAMoment()) {
            wire.send(1);
        }

        assertThat(wire.status()).isEqualTo(408);
        assertThat(wire.rest()).contains("body-too-slow");
    }

    @Test
    void oneCallerHasHalfOfTheMemoryAndAllTogetherNoMoreThanThereIs() throws Exception {
        var first = hold("one", 900_000);
        hold("one", 900_000);
        awaitHeld(1_800_000);
        assertThat(tooMuch("one", 900_000).status()).isEqualTo(429);

        hold("two", 900_000);
        hold("two", 900_000);
        awaitHeld(3_600_000);
        var refused = tooMuch("three", 900_000);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.rest()).contains("bodies-full", "Retry-After");

        first.send(100_000);
        assertThat(first.status()).isEqualTo(200);
        awaitHeld(2_700_000);
    }

    @Test
    void aCallerHasOneLargeBodyAtATimeAndOthersHaveTheirs() throws Exception {
        var first = hold("one", 2 * MEGABYTE);
        await().atMost(Duration.ofSeconds(20)).until(() -> budget.large() == 1);
        assertThat(tooMuch("one", 2 * MEGABYTE).status()).isEqualTo(429);
        hold("two", 2 * MEGABYTE);
        await().atMost(Duration.ofSeconds(20)).until(() -> budget.large() == 2);
        assertThat(tooMuch("three", 2 * MEGABYTE).status()).isEqualTo(503);
        awaitHeld(0); // large bodies lie on disk

        first.send(100_000);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.rest()).contains("\"size\":" + (2 * MEGABYTE + 100_000));
    }

    @Test
    void aFormIsNoParameterAndNobodyReadsIt() throws Exception {
        var form =
                new Wire(
                        port(),
                        PATH,
                        TestTokens.system("one", "bodies"),
                        "application/x-www-form-urlencoded",
                        32 * MEGABYTE);
        wires.add(form);

        assertThat(form.status()).isEqualTo(415);
    }

    /** A body of which a little is still to come. */
    private Wire hold(String caller, int size) throws IOException {
        var wire = wire(caller, "bodies", size + 100_000);
        wire.send(size);
        return wire;
    }

    private Wire tooMuch(String caller, int size) throws IOException {
        var wire = wire(caller, "bodies", size + 100_000);
        wire.sendWhileOpen(size);
        return wire;
    }

    private Wire wire(String caller, String scopes, int length) throws IOException {
        var wire = new Wire(port(), PATH, TestTokens.system(caller, scopes), "text/csv", length);
        wires.add(wire);
        return wire;
    }

    private static void awaitHeld(long bytes) {
        await().atMost(Duration.ofSeconds(20)).until(() -> budget.held() == bytes);
    }

    private static int port() {
        return service.getWebServer().getPort();
    }
}
