package haicap.gateway;

import static haicap.gateway.Answers.asksToRetry;
import static haicap.gateway.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class InstancesTests {

    private static final String REPORTS = "/api/v1/crime-reports";

    private Part second;
    private City city;

    @BeforeEach
    void start() {
        second = new Part();
        city =
                new City(
                        "haicap.parts.case=" + second.uri(), // beside the city's own
                        "haicap.parts.reporting=" + second.uri(),
                        "haicap.outages.read-limit=500ms",
                        "haicap.outages.write-limit=500ms",
                        "haicap.outages.head-limit=500ms",
                        "haicap.outages.fewest=4",
                        "haicap.outages.window=8",
                        "haicap.outages.rest=1s",
                        "haicap.limits.caller.per-second=1000",
                        "haicap.limits.caller.burst=1000");
    }

    @AfterEach
    void stop() {
        city.close();
        second.close();
    }

    @Test
    void areAskedInTurn() {
        for (int i = 0; i < 10; i++) {
            assertThat(city.get(REPORTS).statusCode()).isEqualTo(200);
        }

        assertThat(List.of(city.casework.requests(), second.requests())).containsOnly(5L);
    }

    @Test
    void thatAreDeadCostNoCallerAnything() {
        city.casework.dies();

        for (int i = 0; i < 20; i++) {
            assertThat(city.get(REPORTS).statusCode()).isEqualTo(200);
            assertThat(city.post(REPORTS, "{}").body()).isEqualTo(REPORTS + " 2");
        }

        city.casework.returns();
        var before = city.casework.requests();
        await().until(() ->
                city.get(REPORTS).statusCode() == 200 && city.casework.requests() > before);
    }

    @Test
    void thatHangOverAQuestionArePassedOver() {
        city.casework.behaves((request, response) -> Mono.never());

        for (int i = 0; i < 12; i++) {
            assertThat(city.get(REPORTS).statusCode()).isEqualTo(200);
        }

        // four calls in vain opened its breaker, and nobody waited for it any more
        assertThat(city.casework.requests()).isEqualTo(4);
    }

    @Test
    void thatMayHaveCarriedOutAnOrderLeaveItToTheCallerToSendItAgain() {
        city.casework.behaves((request, response) -> Mono.never());

        var answers = List.of(city.post(REPORTS, "{}"), city.post(REPORTS, "{}"));

        assertThat(second.requests()).isOne();
        var late = answers.stream().filter(answer -> answer.statusCode() == 503).toList();
        assertThat(late).hasSize(1);
        problem(late.getFirst(), 503, "part-too-slow");
        asksToRetry(late.getFirst());
    }

    @Test
    void thatAreAllDeadAreOneOutage() {
        city.casework.dies();
        second.dies();

        problem(city.get(REPORTS), 503, "part-unavailable");
    }

    @Test
    void thatAreDeadOrHangLeaveTheirStreamsToTheOthers() throws IOException {
        second.behaves((request, response) ->
                response.sse()
                        .sendString(
                                Flux.just(": welcome\n\n").concatWith(Mono.never()),
                                StandardCharsets.UTF_8)
                        .then());
        for (Runnable mishap :
                List.<Runnable>of(
                        () -> city.reporting.behaves((request, response) -> Mono.never()),
                        () -> city.reporting.dies())) {
            mishap.run();
            for (int i = 0; i < 2; i++) {
                try (var stream = city.open("/api/v1/feed/city/stream").body()) {
                    assertThat(stream.read()).isEqualTo(':');
                }
            }
        }
    }
}
