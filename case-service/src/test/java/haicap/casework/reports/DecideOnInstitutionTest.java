package haicap.casework.reports;

import static haicap.casework.testing.Bodies.ruling;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Bodies;
import haicap.casework.testing.Caller;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecideOnInstitutionTest {

    private final Caller head = holding(Hanoi.PC01_HEAD);

    @ParameterizedTest
    @CsvSource({
        "institution, INSTITUTED, SEND_INSTITUTION_24H",
        "non-institution, NOT_INSTITUTED, SEND_NON_INSTITUTION_24H"
    })
    void nothingMoreRunsButWhatMustBeSentAndTold(String action, String outcome, String duty) {
        var answer = Reports.decide(head, Reports.handedOver(), action, ruling());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/state")).isEqualTo(outcome);
        assertThat(answer.at("/outcome")).isEqualTo(outcome);
        assertThat(answer.at("/decidedAt")).isEqualTo("2025-10-01T02:00:00Z");
        assertThat(answer.at("/decidedBy")).isEqualTo(Hanoi.PC01);
        assertThat(answer.at("/dueRule")).isEqualTo(duty);
        assertThat(answer.at("/dueAt")).isEqualTo("2025-10-02T02:00:00Z");
        assertThat(Reports.clocks(answer))
                .containsExactlyInAnyOrder(
                        "HANDOVER_7D MET",
                        "RESOLVE_20D MET",
                        "CLASSIFY_24H_HANDED_OVER ENDED",
                        "ASSIGN_3D_HANDED_OVER ENDED",
                        "NOTIFY_PROCURACY_3D_HANDED_OVER ENDED",
                        duty + " RUNNING",
                        "NOTIFY_REPORTER_3D RUNNING");
    }

    @Test
    void theOfficeDecidesForEveryDepartmentOfTheAgency() {
        var report = holding(Hanoi.PC02_HEAD).post(Reports.PATH, Bodies.intake());

        var answer = Reports.decide(head, report, "institution", ruling());

        assertThat(answer.at("/unitId")).isEqualTo(Hanoi.PC02);
        assertThat(answer.at("/decidedBy")).isEqualTo(Hanoi.PC01);
    }

    @ParameterizedTest
    @CsvSource({
        "institution, " + Hanoi.CHIEF,
        "non-institution, " + Hanoi.CHIEF,
        "non-institution, " + Hanoi.DEPUTY,
        "institution, " + Hanoi.DUTY,
        "institution, " + Hanoi.DIRECTOR,
    })
    void isRefusedToPostsOutsideTheOfficeWithTheRuleNamed(String action, String post) {
        for (var report : new Caller.Answered[] {Reports.received(), Reports.handedOver()}) {
            var answer = Reports.decide(holding(post), report, action, ruling());

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.at("/code")).isEqualTo("not-authorised");
            assertThat(answer.at("/detail")).contains("BLTTHS", post);
        }
    }

    @Test
    void aDepartmentThatHasTheReportMayNotEither() {
        var report = holding(Hanoi.PC02_HEAD).post(Reports.PATH, Bodies.intake());

        assertThat(
                        Reports.decide(
                                        holding(Hanoi.PC02_HEAD),
                                        report,
                                        "non-institution",
                                        ruling())
                                .status())
                .isEqualTo(403);
    }

    @Test
    void theReportOfAnotherUnitIsNotThereAtAll() {
        assertThat(
                        Reports.decide(
                                        holding(Hanoi.OTHER_CHIEF),
                                        Reports.received(),
                                        "institution",
                                        ruling())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void isForReportsThatAreWithTheAgency() {
        var answer = Reports.decide(head, Reports.received(), "non-institution", ruling());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("report-not-with-agency");
        assertThat(answer.at("/detail")).contains(Hanoi.BA_DINH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "institution",
                "non-institution",
                "extension",
                "classification",
                "assignment"
            })
    void isFinal(String action) {
        var body =
                switch (action) {
                    case "classification" -> Bodies.classification();
                    case "assignment" -> Bodies.assignmentTo(Hanoi.PC01_HEAD);
                    default -> ruling();
                };

        var answer = Reports.decide(head, Reports.notInstituted(), action, body);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("report-decided");
        assertThat(answer.at("/detail")).contains("NOT_INSTITUTED");
    }

    @Test
    void needsNumberDateAndTheVersionThatWasSeen() {
        var report = Reports.handedOver();
        var early = with(ruling(), "decidedAt", "2025-10-01T01:00:00Z");
        var unnumbered = with(ruling(), "decisionNumber", "");

        assertThat(Reports.decide(head, report, "institution", early).status()).isEqualTo(422);
        assertThat(Reports.decide(head, report, "institution", unnumbered).status()).isEqualTo(422);
        assertThat(
                        head.post(
                                        Reports.path(report) + "/non-institution",
                                        ruling(),
                                        "If-Match",
                                        "\"1-1\"")
                                .status())
                .isEqualTo(412);
    }

    @Test
    void lateIsSeenForEver() {
        var report = Reports.handedOver();

        var answer =
                CaseService.clock()
                        .at(
                                "2025-10-25T02:00:00Z",
                                () -> Reports.decide(head, report, "institution", ruling()));

        assertThat(Reports.clocks(answer))
                .contains("RESOLVE_20D MET_LATE", "ASSIGN_3D_HANDED_OVER ENDED_LATE");
    }
}
