package haicap.casework.reports;

import static haicap.casework.testing.Bodies.handOverTo;
import static haicap.casework.testing.Bodies.intake;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverCrimeReportTest {

    private final Caller chief = holding(Hanoi.CHIEF);

    @Test
    void custodyMovesAndTheAgencysOwnClocksStart() {
        var answer = Reports.handedOver();

        assertThat(answer.at("/state")).isEqualTo("HANDED_OVER");
        assertThat(answer.at("/unitId")).isEqualTo(Hanoi.PC01);
        assertThat(answer.at("/receivingUnitId")).isEqualTo(Hanoi.BA_DINH);
        assertThat(answer.at("/handOvers/0/unitId")).isEqualTo(Hanoi.BA_DINH);
        assertThat(answer.at("/dueRule")).isEqualTo("CLASSIFY_24H_HANDED_OVER");
        assertThat(answer.at("/dueAt")).isEqualTo("2025-10-02T02:00:00Z");
        assertThat(Reports.clocks(answer))
                .containsExactlyInAnyOrder(
                        "HANDOVER_7D MET",
                        "RESOLVE_20D RUNNING",
                        "CLASSIFY_24H_HANDED_OVER RUNNING",
                        "ASSIGN_3D_HANDED_OVER RUNNING",
                        "NOTIFY_PROCURACY_3D_HANDED_OVER RUNNING");
    }

    @Test
    void eachNewClockExplainsItself() {
        var path = Reports.path(Reports.handedOver()) + "/deadlines";

        var clocks = holding(Hanoi.PC01_HEAD).get(path, "Accept-Language", "en");

        for (var clock : clocks.body().at("/deadlines")) {
            assertThat(clock.at("/article").asString()).isNotBlank();
            assertThat(clock.at("/steps/0/why").asString()).isNotBlank();
        }
    }

    @Test
    void anUrgentReportIsHandedOverUnclassifiedWithin24Hours() {
        var report = holding(Hanoi.DUTY).post(Reports.PATH, with(intake(), "urgent", true));
        assertThat(report.at("/dueAt")).isEqualTo("2025-10-02T02:00:00Z");

        var late = CaseService.clock().at("2025-10-02T02:00:00Z", () -> Reports.handedOver(report));

        assertThat(Reports.clocks(late)).contains("HANDOVER_24H MET_LATE");
    }

    @Test
    void theReceiversClocksStartWhenHeReceivesWheneverItWasDecided() {
        var report = Reports.received();
        var dated = with(handOverTo(Hanoi.PC01), "decidedAt", CaseService.clock().instant());

        var handed =
                CaseService.clock()
                        .at(
                                "2025-10-06T02:00:00Z",
                                () -> Reports.decide(chief, report, "hand-over", dated));

        assertThat(handed.body().at("/deadlines").valueStream())
                .filteredOn(clock -> clock.at("/rule").asString().endsWith("_HANDED_OVER"))
                .isNotEmpty()
                .allSatisfy(clock ->
                        assertThat(clock.at("/start").asString())
                                .startsWith("2025-10-06T02:00:00"));
    }

    @Test
    void nothingIsDatedBackFurtherThanTheBound() {
        var report = Reports.received();
        var dated = with(handOverTo(Hanoi.PC01), "decidedAt", CaseService.clock().instant());

        var late =
                CaseService.clock()
                        .at(
                                "2025-11-09T02:00:00Z",
                                () -> Reports.decide(chief, report, "hand-over", dated));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.at("/errors/0/pointer")).isEqualTo("/decidedAt");
        assertThat(late.at("/errors/0/code")).isEqualTo("dated-back-too-far");
    }

    @Test
    void theAgencyAssignsItAnew() {
        var ours = Reports.assign(chief, Reports.classified(), Hanoi.DUTY);
        var handed = Reports.handedOver(ours);
        assertThat(handed.body().at("/assignedPostId").isNull()).isTrue();

        var assigned = Reports.assignedTo(Hanoi.PC01_HEAD, handed);

        assertThat(assigned.at("/state")).isEqualTo("ASSIGNED");
        assertThat(Reports.clocks(assigned)).contains("ASSIGN_3D_HANDED_OVER MET");
    }

    @Test
    void goesOnFromDepartmentToDepartmentWithItsTermOfDecision() {
        var first = Reports.handedOver();
        var second =
                CaseService.clock()
                        .at(
                                "2025-10-01T05:00:00Z",
                                () ->
                                        Reports.decide(
                                                holding(Hanoi.PC01_HEAD),
                                                first,
                                                "hand-over",
                                                handOverTo(Hanoi.PC02)));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.at("/unitId")).isEqualTo(Hanoi.PC02);
        assertThat(second.at("/handOvers/1/unitId")).isEqualTo(Hanoi.PC01);
        assertThat(second.at("/dueAt")).isEqualTo("2025-10-02T05:00:00Z");
        assertThat(Reports.clocks(second))
                .contains("RESOLVE_20D RUNNING", "CLASSIFY_24H_HANDED_OVER ENDED")
                .contains("CLASSIFY_24H_HANDED_OVER RUNNING");
    }

    @Test
    void isNotHandedOverTwiceAtTheSameMoment() {
        var answer =
                Reports.decide(
                        holding(Hanoi.PC01_HEAD),
                        Reports.handedOver(),
                        "hand-over",
                        handOverTo(Hanoi.PC02));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/code")).isEqualTo("instant-too-early");
    }

    @ParameterizedTest
    @ValueSource(strings = {Hanoi.CHIEF, Hanoi.DEPUTY})
    void isDecidedByTheChiefOrTheDeputyForCrime(String post) {
        assertThat(handOver(post, Reports.received()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Hanoi.DUTY, Hanoi.OTHER_DEPUTY, Hanoi.PC01_HEAD, Hanoi.DEPUTY_DIRECTOR})
    void isRefusedToOthersWhoSeeIt(String post) {
        var answer = handOver(post, Reports.received());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code")).isEqualTo("not-authorised");
        assertThat(answer.at("/detail")).contains("28/2020", "REPORT_HAND_OVER", post);
    }

    @Test
    void theReportOfAnotherUnitIsNotThereAtAll() {
        assertThat(handOver(Hanoi.OTHER_CHIEF, Reports.received()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        Hanoi.PV01 + ", not-investigation-department",
        Hanoi.HOAN_KIEM + ", not-investigation-department",
        Hanoi.DISTRICT + ", not-investigation-department",
        "nowhere, not-investigation-department",
    })
    void goesOnlyToADepartmentOfTheAgency(String unit, String code) {
        var answer = Reports.decide(chief, Reports.received(), "hand-over", handOverTo(unit));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/toUnitId");
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void doesNotGoToWhoHasItAlready() {
        var answer =
                Reports.decide(
                        holding(Hanoi.PC01_HEAD),
                        Reports.handedOver(),
                        "hand-over",
                        handOverTo(Hanoi.PC01));

        assertThat(answer.at("/errors/0/code")).isEqualTo("unit-has-custody");
    }

    @Test
    void needsANumberAndADateThatCanBe() {
        var report = Reports.received();
        var unnumbered = new HashMap<>(handOverTo(Hanoi.PC01));
        unnumbered.remove("decisionNumber");
        var early = with(handOverTo(Hanoi.PC01), "decidedAt", "2025-09-30T00:00:00Z");
        var future = with(handOverTo(Hanoi.PC01), "decidedAt", "2025-10-02T00:00:00Z");

        assertThat(Reports.decide(chief, report, "hand-over", unnumbered).at("/errors/0/code"))
                .isEqualTo("value-missing");
        assertThat(Reports.decide(chief, report, "hand-over", early).at("/errors/0/code"))
                .isEqualTo("instant-too-early");
        assertThat(Reports.decide(chief, report, "hand-over", future).at("/errors/0/code"))
                .isEqualTo("instant-in-future");
    }

    @Test
    void needsTheVersionThatWasSeen() {
        var report = Reports.received();
        Reports.classify(chief, report);

        assertThat(handOver(Hanoi.CHIEF, report).status()).isEqualTo(412);
    }

    @Test
    void isRefusedOnceTheReportIsDecided() {
        var answer =
                Reports.decide(
                        holding(Hanoi.PC01_HEAD),
                        Reports.notInstituted(),
                        "hand-over",
                        handOverTo(Hanoi.PC02));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("report-decided");
    }

    @Test
    void theHeirHandsOverWhatItsPredecessorReceived() {
        var report =
                CaseService.clock()
                        .at("2025-06-20T02:00:00Z", () -> Reports.receivedBy(Hanoi.OLD_CHIEF));

        var answer = handOver(Hanoi.CHIEF, report);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/handOvers/0/unitId")).isEqualTo(Hanoi.BA_DINH);
        assertThat(Reports.clocks(answer)).contains("HANDOVER_7D MET_LATE");
    }

    @Test
    void whoHandedItOverStillSeesItButDecidesNothing() {
        var handed = Reports.handedOver();

        assertThat(chief.get(Reports.path(handed)).status()).isEqualTo(200);
        assertThat(Reports.classify(chief, handed).status()).isEqualTo(403);
    }

    @Test
    void theSameRequestIsAnsweredAlikeAfterCustodyHasMoved() {
        var report = Reports.received();
        var body = handOverTo(Hanoi.PC01);
        var path = Reports.path(report) + "/hand-over";
        var key = report.at("/id");

        var first = chief.postUnder(key, path, body, "If-Match", report.header("ETag"));
        var second = chief.postUnder(key, path, body, "If-Match", report.header("ETag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.response().body()).isEqualTo(first.response().body());
    }

    private static Caller.Answered handOver(String post, Caller.Answered seen) {
        return Reports.decide(holding(post), seen, "hand-over", handOverTo(Hanoi.PC01));
    }
}
