package haicap.casework.reports;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.deadlines.Certainty;
import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.deadlines.RunningDeadlines;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrimeReportLawTest {

    private static final Instant NOON = Instant.parse("2025-10-01T05:00:00Z");

    private final CrimeReportLaw law = new CrimeReportLaw();

    @Test
    void theAgencyClassifiesAssignsAndNotifiesFromTheHandOverOn() {
        var started =
                law.onHandOver(
                        RunningDeadlines.NONE, Obliged.INVESTIGATION_BODY, false, NOON, NOON);

        assertThat(told(started))
                .containsExactly(
                        "CLASSIFY_24H_HANDED_OVER 2025-10-02T05:00:00Z",
                        // 4 October is a Saturday
                        "ASSIGN_3D_HANDED_OVER 2025-10-06T17:00:00Z",
                        "NOTIFY_PROCURACY_3D_HANDED_OVER 2025-10-06T17:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // the extended term of Điều 147(2) counts from receipt, to the same day-number
        "2025-10-01T05:00:00Z, 2025-12-01T17:00:00Z, 2",
        // or that month's last day; 28 February 2026 is a Saturday
        "2025-12-31T05:00:00Z, 2026-03-02T17:00:00Z, 2",
        // received before 1 July 2025, so by the version then in force
        "2025-06-30T05:00:00Z, 2025-09-03T17:00:00Z, 1",
    })
    void anExtensionEndsTwoMonthsAfterReceipt(Instant received, Instant due, int version) {
        var started = law.onExtension(RunningDeadlines.NONE, received, received);

        assertThat(started.all()).hasSize(1);
        var term = started.all().getFirst();
        assertThat(term.rule().id()).isEqualTo("RESOLVE_EXTENDED_2M");
        assertThat(term.startedAt()).isEqualTo(received);
        assertThat(term.dueAt()).isEqualTo(due);
        assertThat(term.rule().version()).isEqualTo(version);
    }

    @Test
    void aDecisionIsSentWithin24HoursAndToldWithinThreeDays() {
        assertThat(told(onDecision(ReportOutcome.INSTITUTED)))
                .containsExactly(
                        "SEND_INSTITUTION_24H 2025-10-02T05:00:00Z",
                        "NOTIFY_REPORTER_3D 2025-10-06T17:00:00Z");
        assertThat(told(onDecision(ReportOutcome.NOT_INSTITUTED)))
                .containsExactly(
                        "SEND_NON_INSTITUTION_24H 2025-10-02T05:00:00Z",
                        "NOTIFY_REPORTER_3D 2025-10-06T17:00:00Z");
    }

    @Test
    void whatTheAmendedCodeMaySayOtherwiseIsToBeConfirmed() {
        for (var clock : onDecision(ReportOutcome.NOT_INSTITUTED).all()) {
            assertThat(clock.rule().certainty()).isEqualTo(Certainty.TO_CONFIRM);
            assertThat(clock.rule().article()).contains("158");
        }
    }

    @Test
    void aHandOverLeavesOnlyTheTermOfDecisionRunning() {
        var atCommune =
                law.onClassification(
                        law.onReceipt(Obliged.COMMUNE, false, NOON), Obliged.COMMUNE, true, NOON);
        var later = NOON.plusSeconds(60);

        var handedOver = law.onHandOver(atCommune, Obliged.INVESTIGATION_BODY, true, later, later);

        assertThat(
                        handedOver.all().stream()
                                .filter(RunningDeadline::runs)
                                .map(clock -> clock.rule().id())
                                .filter(rule -> !rule.endsWith("_HANDED_OVER")))
                .containsExactly("RESOLVE_20D");
    }

    @Test
    void anExtensionTakesThePlaceOfTheTerm() {
        var extended =
                law.onExtension(
                        law.onReceipt(Obliged.INVESTIGATION_BODY, false, NOON),
                        NOON,
                        NOON.plusSeconds(60));

        assertThat(CrimeReportLaw.termOfDecision(extended).map(clock -> clock.rule().id()))
                .hasValue("RESOLVE_EXTENDED_2M");
        assertThat(extended.haveEverStarted("RESOLVE_20D")).isTrue();
    }

    @Test
    void aDecisionEndsWhateverRan() {
        var decided =
                law.onOldDecision(
                        law.onReceipt(Obliged.INVESTIGATION_BODY, false, NOON),
                        NOON.plusSeconds(60));

        assertThat(decided.all()).noneMatch(RunningDeadline::runs);
        assertThat(decided.nextFor(Obliged.INVESTIGATION_BODY)).isEmpty();
    }

    private RunningDeadlines onDecision(ReportOutcome outcome) {
        return law.onDecision(RunningDeadlines.NONE, outcome, NOON);
    }

    private static List<String> told(RunningDeadlines clocks) {
        return clocks.all().stream().map(clock -> clock.rule().id() + " " + clock.dueAt()).toList();
    }
}
