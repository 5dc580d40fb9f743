package haicap.gateway;

import static haicap.gateway.Answers.asksToRetry;
import static haicap.gateway.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class OutagesTests {

    private static final String UNITS = "/api/v1/units";
    private static final Duration READ_LIMIT = Duration.ofMillis(300);

    private static final int AT_ONCE = 3;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private City city;

    @BeforeEach
    void start() {
        city =
                new City(
                        "haicap.outages.read-limit=" + READ_LIMIT,
                        "haicap.outages.write-limit=3s",
                        "haicap.outages.at-once=" + AT_ONCE,
                        "haicap.outages.waiting=1",
                        "haicap.outages.patience=2s",
                        "haicap.outages.fewest=4",
                        "haicap.outages.window=8",
                        "haicap.outages.rest=1s",
                        "haicap.limits.caller.per-second=1000",
                        "haicap.limits.caller.burst=1000");
    }

    @AfterEach
    void stop() {
        city.close();
        threads.shutdownNow();
    }

    @Test
    void answersAtOnceForAPartThatIsDead() {
        city.orgStructure.dies();

        var response = city.get(UNITS);

        problem(response, 503, "part-unavailable");
        asksToRetry(response);
        assertThat(city.get("/api/v1/obstacles").statusCode()).isEqualTo(200);
    }

    @Test
    void servesAgainByItselfSoonAfterThePartReturns() {
        city.orgStructure.dies();
        for (int i = 0; i < 10; i++) {
            problem(city.get(UNITS), 503, "part-unavailable");
        }

        city.orgStructure.returns();

        await().atMost(Duration.ofSeconds(5)).until(() -> city.get(UNITS).statusCode() == 200);
    }

    @Test
    void leavesAPartAloneThatOnlyFails() {
        city.orgStructure.behaves(Part.status(500));
        for (int i = 0; i < 4; i++) {
            assertThat(as("caller-" + i).body()).contains("from-the-part");
        }

        problem(city.get(UNITS), 503, "part-unavailable");
        assertThat(city.orgStructure.requests()).isEqualTo(4);
    }

    @Test
    void isNotShutByOneCallerWhoHasFoundARequestAtWhichItFails() {
        city.orgStructure.behaves((request, response) ->
                (request.uri().endsWith("?fails") ? Part.status(500) : Part.ECHO)
                        .apply(request, response));
        for (int i = 0; i < 30; i++) {
            assertThat(city.get(UNITS + "?fails").body()).contains("from-the-part");
        }

        assertThat(as("bystander").statusCode()).isEqualTo(200);
    }

    @Test
    void closesItsBreakerOnTheFirstCallThatSucceedsHoweverFewThereAre() {
        city.orgStructure.dies();
        for (int i = 0; i < 10; i++) {
            city.get(UNITS);
        }
        city.orgStructure.returns();
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> city.get(UNITS).statusCode() == 200);

        for (int i = 0; i < 20; i++) {
            assertThat(city.get(UNITS).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> as(String caller) {
        return city.send(
                city.request(UNITS).header("Authorization", "Bearer " + city.issuer.token(caller)));
    }

    @Test
    void passesAPartsOwnRefusalsOnAndHoldsNoneAgainstIt() {
        for (int status : new int[] {400, 404, 409, 422, 503}) {
            city.orgStructure.behaves(Part.status(status));
            for (int i = 0; i < 10; i++) {
                var response = city.get(UNITS);
                assertThat(response.statusCode()).isEqualTo(status);
                assertThat(response.body()).contains("from-the-part");
            }
        }
    }

    @Test
    void doesNotWaitForASlowPartForEver() {
        city.orgStructure.behaves((request, response) -> Mono.never());

        var response = city.get(UNITS);

        problem(response, 503, "part-too-slow");
        asksToRetry(response);
    }

    @Test
    void letsSoManyWaitForTheirTurnAndTurnsAwayTheOthersAtOnce() {
        var answers = Sinks.<String>one();
        var begun = asManyAsMayBegin(answers);

        var waiting = post();
        var oneMore = post();
        var refused = firstOf(waiting, oneMore);

        problem(refused, 503, "part-busy");
        asksToRetry(refused);
        assertThat(city.casework.requests()).isEqualTo(AT_ONCE);
        answers.tryEmitValue("done");
        assertThat(begun).allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("done"));
        assertThat(List.of(waiting.join().statusCode(), oneMore.join().statusCode()))
                .containsExactlyInAnyOrder(200, 503);
        assertThat(city.casework.requests()).isEqualTo(AT_ONCE + 1);
    }

    @Test
    void letsNobodyWaitForLong() {
        var answers = Sinks.<String>one();
        var begun = asManyAsMayBegin(answers);

        problem(post().join(), 503, "part-busy");

        answers.tryEmitValue("done");
        assertThat(begun).allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("done"));
        assertThat(city.casework.requests()).isEqualTo(AT_ONCE);
    }

    private List<CompletableFuture<HttpResponse<String>>> asManyAsMayBegin(
            Sinks.One<String> answers) {
        city.casework.behaves((request, response) -> response.sendString(answers.asMono()).then());
        var begun = IntStream.range(0, AT_ONCE).mapToObj(i -> post()).toList();
        await().until(() -> city.casework.requests() == AT_ONCE);
        return begun;
    }

    private static HttpResponse<String> firstOf(
            CompletableFuture<HttpResponse<String>> one,
            CompletableFuture<HttpResponse<String>> other) {
        return one.applyToEither(other, answer -> answer).join();
    }

    private CompletableFuture<HttpResponse<String>> post() {
        return CompletableFuture.supplyAsync(
                () -> city.post("/api/v1/crime-reports", "{}"), threads);
    }

    @Test
    void givesOrdersMoreTimeThanQuestions() {
        city.casework.behaves((request, response) ->
                response.sendString(Mono.just("late").delayElement(READ_LIMIT.multipliedBy(2)))
                        .then());

        assertThat(city.post("/api/v1/crime-reports", "{}").body()).isEqualTo("late");
    }

    @Test
    void reportsAPartThatDiesOverAnOrder() {
        city.casework.behaves((request, response) -> {
            response.withConnection(connection -> connection.channel().close());
            return Mono.never();
        });

        var response = city.post("/api/v1/crime-reports", "{}");

        problem(response, 503, "part-unavailable");
        asksToRetry(response);
    }

    @Test
    void holdsCallersWhoGiveUpAgainstNobody() {
        for (int i = 0; i < 10; i++) {
            problem(city.post("/api/v1/units", "x".repeat(1024 * 1024 + 1)), 413, "body-too-large");
        }

        assertThat(city.get(UNITS).statusCode()).isEqualTo(200);
    }
}
