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
import org.junit.jupiter.params.provider.CsvSource;

class CompleteDutyTest {

    private final Caller head = holding(Hanoi.PC01_HEAD);

    @Test
    void eachDutyIsFulfilledByItself() {
        var ended = Reports.notInstituted();

        var sent = complete(head, ended, "decision-dispatch");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.at("/dueRule")).isEqualTo("NOTIFY_REPORTER_3D");
        assertThat(sent.at("/dueAt")).isEqualTo("2025-10-06T17:00:00Z");
        assertThat(sent.at("/state")).isEqualTo("NOT_INSTITUTED");

        var told = complete(head, sent, "reporter-notice");
        assertThat(told.body().at("/dueAt").isNull()).isTrue();
        assertThat(Reports.clocks(told))
                .contains("SEND_NON_INSTITUTION_24H MET", "NOTIFY_REPORTER_3D MET");
    }

    @Test
    void theProcuracyIsToldOfTheReceiptWhileTheReportIsOpen() {
        var told = complete(head, Reports.handedOver(), "procuracy-notice");

        assertThat(told.at("/state")).isEqualTo("HANDED_OVER");
        assertThat(Reports.clocks(told)).contains("NOTIFY_PROCURACY_3D_HANDED_OVER MET");
    }

    @Test
    void theClockSaysByWhichNameItsDutyIsFulfilledAndThatTheThreeDaysAreToBeConfirmed() {
        var clocks = head.get(Reports.path(Reports.notInstituted()) + "/deadlines").body();

        var notice =
                clocks.at("/deadlines")
                        .valueStream()
                        .filter(clock -> clock.at("/rule").asString().equals("NOTIFY_REPORTER_3D"))
                        .findFirst()
                        .orElseThrow();
        assertThat(notice.at("/duty").asString()).isEqualTo("reporter-notice");
        assertThat(notice.at("/certainty").asString()).isEqualTo("TO_CONFIRM");
        assertThat(notice.at("/steps/0/why").asString()).startsWith("3 ngày");
    }

    @Test
    void aDutyThatIsDoneLateIsMetLate() {
        var ended = Reports.notInstituted();

        var sent =
                CaseService.clock()
                        .at(
                                "2025-10-02T02:00:00Z",
                                () -> complete(head, ended, "decision-dispatch"));

        assertThat(Reports.clocks(sent)).contains("SEND_NON_INSTITUTION_24H MET_LATE");
    }

    @ParameterizedTest
    @CsvSource({"decision-dispatch, 409", "reporter-notice, 409", "tea-with-the-chief, 404"})
    void refusesWhatIsNotOwed(String duty, int status) {
        assertThat(complete(head, Reports.handedOver(), duty).status()).isEqualTo(status);
    }

    @Test
    void isNotOwedTwice() {
        var sent = complete(head, Reports.notInstituted(), "decision-dispatch");

        assertThat(complete(head, sent, "decision-dispatch").at("/code"))
                .isEqualTo("duty-not-owed");
    }

    @Test
    void isForTheUnitThatHasTheReport() {
        var ended = Reports.notInstituted();

        assertThat(complete(holding(Hanoi.CHIEF), ended, "reporter-notice").at("/code"))
                .isEqualTo("not-authorised");
        assertThat(complete(holding(Hanoi.OTHER_CHIEF), ended, "reporter-notice").status())
                .isEqualTo(404);
    }

    @Test
    void nothingIsSentBeforeItWasDecided() {
        var handed = Reports.handedOver();
        var ended =
                CaseService.clock()
                        .at(
                                "2025-10-03T02:00:00Z",
                                () -> Reports.decide(head, handed, "non-institution", ruling()));
        var early = with(ruling(), "decidedAt", "2025-10-02T02:00:00Z");

        var answer =
                CaseService.clock()
                        .at(
                                "2025-10-03T03:00:00Z",
                                () ->
                                        Reports.decide(
                                                head,
                                                ended,
                                                "duties/decision-dispatch/completion",
                                                early));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/code")).isEqualTo("instant-too-early");
    }

    @Test
    void needsTheVersionThatWasSeen() {
        var ended = Reports.notInstituted();

        assertThat(
                        head.post(
                                        Reports.path(ended) + "/duties/reporter-notice/completion",
                                        ruling())
                                .status())
                .isEqualTo(428);
    }

    private static Caller.Answered complete(Caller by, Caller.Answered seen, String duty) {
        return Reports.decide(by, seen, "duties/" + duty + "/completion", ruling());
    }
}
