package haicap.casework.reports;

import static haicap.casework.testing.Bodies.ruling;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendCrimeReportTest {

    private final Caller head = holding(Hanoi.PC01_HEAD);

    @Test
    void anotherTermTakesThePlaceOfTheTwentyDays() {
        var answer = extend(head, Reports.handedOver());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/state")).isEqualTo("HANDED_OVER");
        assertThat(Reports.clocks(answer))
                .contains("RESOLVE_20D ENDED", "RESOLVE_EXTENDED_2M RUNNING");
        var term =
                answer.body()
                        .at("/deadlines")
                        .valueStream()
                        .filter(clock -> clock.at("/rule").asString().equals("RESOLVE_EXTENDED_2M"))
                        .findFirst()
                        .orElseThrow();
        assertThat(term.at("/start").asString()).isEqualTo(answer.at("/receivedAt"));
        assertThat(term.at("/due").asString()).isEqualTo("2025-12-01T17:00:00Z");
        assertThat(term.at("/certainty").asString()).isEqualTo("TO_CONFIRM");
    }

    @Test
    void isRefusedToTheVeryPostThatHandlesTheReport() {
        var assigned = Reports.assignedTo(Hanoi.PC01_HEAD, Reports.handedOver());

        var answer = extend(head, assigned);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code")).isEqualTo("not-authorised");
        assertThat(answer.at("/detail")).contains("147(2)");
    }

    @Test
    void theDeputyDirectorAboveTheHandlingHeadExtends() {
        var assigned = Reports.assignedTo(Hanoi.PC01_HEAD, Reports.handedOver());

        assertThat(extend(holding(Hanoi.OTHER_DEPUTY_DIRECTOR), assigned).status()).isEqualTo(403);
        assertThat(extend(holding(Hanoi.DEPUTY_DIRECTOR), assigned).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Hanoi.CHIEF, Hanoi.DUTY, Hanoi.DIRECTOR, Hanoi.DEPUTY_DIRECTOR})
    void isRefusedToWhoIsNoHeadOfTheAgency(String post) {
        var answer = extend(holding(post), Reports.handedOver());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code")).isEqualTo("not-authorised");
        assertThat(answer.at("/detail")).contains("147(2)");
    }

    @Test
    void theReportOfAnotherDepartmentIsNotThereAtAll() {
        assertThat(extend(holding(Hanoi.PC02_HEAD), Reports.handedOver()).status()).isEqualTo(404);
    }

    @Test
    void isForReportsThatAreWithTheAgency() {
        var answer = extend(head, Reports.received());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("report-not-with-agency");
    }

    @Test
    void happensOnce() {
        var again = extend(head, extend(head, Reports.handedOver()));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/code")).isEqualTo("report-already-extended");
    }

    @Test
    void happensWhileTheTermRuns() {
        var report = Reports.handedOver();

        var answer = CaseService.clock().at("2025-10-21T17:00:00Z", () -> extend(head, report));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("term-run-out");
        assertThat(answer.at("/detail")).contains("2025-10-21T17:00:00Z");
    }

    @Test
    void needsTheVersionThatWasSeenAndADateAfterTheHandOver() {
        var report = Reports.handedOver();
        var early = with(ruling(), "decidedAt", "2025-10-01T01:00:00Z");

        assertThat(head.post(Reports.path(report) + "/extension", ruling()).status())
                .isEqualTo(428);
        assertThat(Reports.decide(head, report, "extension", early).at("/errors/0/code"))
                .isEqualTo("instant-too-early");
    }

    private static Caller.Answered extend(Caller by, Caller.Answered seen) {
        return Reports.decide(by, seen, "extension", ruling());
    }
}
