package haicap.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.local.api.Api;
import haicap.local.api.StubGateway;
import haicap.local.api.StubGateway.Call;
import haicap.local.api.StubGateway.Reply;
import haicap.local.parts.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PlayUnitsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    private static final Wish WISH = new Wish(200, 1, 126, 7);
    private static final Reply UNITS =
            new Reply(
                    200,
                    "{\"items\":[{\"code\":\"00004\",\"id\":\"00004-20250701\"}],\"next\":null}");
    private static final Reply NOTHING = new Reply(200, "{\"items\":[]}");
    private static final Reply CREATED = new Reply(201, "{\"id\":\"cr-1\"}");

    private final StringWriter said = new StringWriter();

    @Test
    void everyActionIsANewRequestOfWhoMayDoIt() throws Exception {
        var writes = writes(play(call -> CREATED));

        assertThat(writes).hasSize(WISH.actions());
        assertThat(writes.stream().map(Call::key).distinct()).hasSize(WISH.actions());
        assertThat(writes)
                .allSatisfy(call -> assertThat(call.token()).matches(whoMay(call.path())));
        assertThat(said.toString()).contains("accepted      200", "seed 7");
    }

    @Test
    void decisionsNameTheVersionThatTheyDecideOn() throws Exception {
        var decisions =
                writes(play(call -> CREATED)).stream()
                        .filter(call -> call.path().contains("/crime-reports/cr-1/"))
                        .toList();

        assertThat(decisions)
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.match()).isEqualTo("\"1-1\""));
    }

    @Test
    void theSameSeedPlaysTheSamePiece() throws Exception {
        var first =
                writes(play(call -> new Reply(403, "{}"))).stream()
                        .map(Call::body)
                        .sorted()
                        .toList();
        var second =
                writes(play(call -> new Reply(403, "{}"))).stream()
                        .map(Call::body)
                        .sorted()
                        .toList();

        assertThat(second).isEqualTo(first);
        assertThat(said.toString()).contains("refused       200 (403: 200)");
    }

    @Test
    void repeatsWithTheSameKeyWhenAPartIsDown() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        var writes = writes(play(call -> seen.add(call.key()) ? new Reply(503, "{}") : CREATED));

        assertThat(writes).hasSize(2 * WISH.actions());
        assertThat(said.toString()).contains("accepted      200", "repeated      200");
    }

    /** Unbounded, what a slow system leaves open had filled the player's memory. */
    @Test
    void waitsWhenTheSystemIsTooSlowForTheRate() throws Exception {
        var openNow = new AtomicInteger();
        var mostOpen = new AtomicInteger();
        var wish = new Wish(2_000, 1, 126, 7);

        play(
                wish,
                call -> {
                    mostOpen.accumulateAndGet(openNow.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                    openNow.decrementAndGet();
                    return CREATED;
                });

        assertThat(mostOpen.get()).isBetween(PlayUnits.MOST_OPEN / 2, PlayUnits.MOST_OPEN);
        assertThat(said.toString()).contains("accepted      2000");
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new Wish(0, 1, 1, 1)).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> new Wish(1, 0, 1, 1)).isInstanceOf(Failure.class);
    }

    private List<Call> play(Function<Call, Reply> answers)
            throws IOException, InterruptedException {
        return play(WISH, answers);
    }

    private List<Call> play(Wish wish, Function<Call, Reply> answers)
            throws IOException, InterruptedException {
        try (var gateway =
                        new StubGateway(call ->
                                call.method().equals("GET") ? read(call) : answers.apply(call));
                var api = new Api(gateway.url())) {
            new PlayUnits(api, () -> NOON, new PrintWriter(said)).play(wish);
            return gateway.calls();
        }
    }

    private static Reply read(Call call) {
        return call.path().contains("/units") ? UNITS : NOTHING;
    }

    private static String whoMay(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "crime-reports", "obstacles" -> "officer-00004";
            case "triage", "campaigns", "schedule" -> "pv01-head";
            case "institution", "non-institution", "completion" -> "pc01-head";
            case "extension" -> "deputy-director-3";
            case "answer" -> "p[a-z]\\d\\d-head";
            case "assignment" -> "chief-00004|pc01-head";
            default -> "chief-00004";
        };
    }

    private static List<Call> writes(List<Call> calls) {
        return calls.stream().filter(call -> call.method().equals("POST")).toList();
    }
}
