package haicap.casework.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.casework.deadlines.Clock;
import haicap.casework.deadlines.CrimeReportLaw;
import haicap.casework.deadlines.Due;
import haicap.platform.deadlines.Obliged;
import haicap.platform.problems.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CrimeReportTest {

    private static final CrimeReportLaw LAW = new CrimeReportLaw();
    private static final Instant RECEIVED = Instant.parse("2025-10-01T02:00:00Z");
    private static final Instant LATER = RECEIVED.plusSeconds(7_200);

    @Test
    void aCommuneMustHandOverAnOrdinaryReportWithinSevenDays() {
        var report = received(Obliged.COMMUNE, Severity.SERIOUS, false);

        assertThat(report.due())
                .isEqualTo(new Due("HANDOVER_7D", Instant.parse("2025-10-08T17:00:00Z")));
        assertThat(rules(report)).containsExactly("HANDOVER_7D", "RESOLVE_20D");
    }

    @Test
    void aCommuneMustHandOverAnUrgentReportWithin24Hours() {
        var flagged = received(Obliged.COMMUNE, null, true);
        var grave = received(Obliged.COMMUNE, Severity.VERY_SERIOUS, false);

        assertThat(flagged.urgent()).isTrue();
        assertThat(grave.urgent()).isTrue();
        assertThat(flagged.due()).isEqualTo(new Due("HANDOVER_24H", RECEIVED.plusSeconds(86_400)));
        assertThat(grave.due()).isEqualTo(flagged.due());
    }

    @Test
    void theInvestigationBodyFirstClassifies() {
        var report = received(Obliged.INVESTIGATION_BODY, null, false);

        assertThat(report.due()).isEqualTo(new Due("CLASSIFY_24H", RECEIVED.plusSeconds(86_400)));
    }

    @Test
    void classifyingAndAssigningMeetTheirClocksAndTheNextOneObliges() {
        var report = received(Obliged.INVESTIGATION_BODY, null, false);

        var classified =
                report.classified(as(Severity.SERIOUS, false), Obliged.INVESTIGATION_BODY, LAW);
        var assigned = classified.assigned(to("pc01-1"), Obliged.INVESTIGATION_BODY);

        assertThat(classified.due().rule()).isEqualTo("ASSIGN_3D");
        assertThat(clock(classified, "CLASSIFY_24H").metAt()).isEqualTo(LATER);
        assertThat(assigned.due().rule()).isEqualTo("NOTIFY_PROCURACY_3D");
        assertThat(clock(assigned, "ASSIGN_3D").metAt()).isEqualTo(LATER);
    }

    @Test
    void turningUrgentStarts24HoursAndMovesNoOtherClock() {
        var report = received(Obliged.COMMUNE, Severity.SERIOUS, false);

        var classified =
                report.classified(as(Severity.ESPECIALLY_SERIOUS, false), Obliged.COMMUNE, LAW);

        assertThat(classified.urgent()).isTrue();
        assertThat(classified.due())
                .isEqualTo(new Due("HANDOVER_24H_TURNED_URGENT", LATER.plusSeconds(86_400)));
        assertThat(clock(classified, "HANDOVER_7D")).isEqualTo(clock(report, "HANDOVER_7D"));
        assertThat(clock(classified, "RESOLVE_20D")).isEqualTo(clock(report, "RESOLVE_20D"));
    }

    @Test
    void whatIsUrgentStaysUrgentAndStartsItsClockOnce() {
        var urgent = received(Obliged.COMMUNE, Severity.VERY_SERIOUS, false);

        var milder = urgent.classified(as(Severity.LESS_SERIOUS, false), Obliged.COMMUNE, LAW);
        var again = milder.classified(as(Severity.VERY_SERIOUS, true), Obliged.COMMUNE, LAW);

        assertThat(milder.urgent()).isTrue();
        assertThat(milder.due()).isEqualTo(urgent.due());
        assertThat(again.clocks()).isEqualTo(urgent.clocks());
    }

    @Test
    void anEditNeverMovesADueInstant() {
        var report = received(Obliged.COMMUNE, Severity.SERIOUS, false);
        var edited = report.classified(as(Severity.LESS_SERIOUS, false), Obliged.COMMUNE, LAW);

        assertThat(edited.clocks()).isEqualTo(report.clocks());
        assertThat(edited.due()).isEqualTo(report.due());
    }

    @Test
    void refusesToAssignWhatIsNotClassified() {
        var report = received(Obliged.COMMUNE, null, false);

        assertThatThrownBy(() -> report.assigned(to("duty"), Obliged.COMMUNE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo("report-not-classified");
                            assertThat(refusal.args().get("id")).isEqualTo("cr-1");
                        });
    }

    @Test
    void aCorrectionTakesNobodyOffTheFile() {
        var assigned =
                received(Obliged.COMMUNE, null, false)
                        .classified(as(null, false), Obliged.COMMUNE, LAW)
                        .assigned(to("duty"), Obliged.COMMUNE);

        var corrected = assigned.classified(as(Severity.SERIOUS, false), Obliged.COMMUNE, LAW);

        assertThat(corrected.state()).isEqualTo(ReportState.ASSIGNED);
        assertThat(corrected.assignedPostId()).isEqualTo("duty");
        assertThat(corrected.counter()).isEqualTo(4);
    }

    @Test
    void namesWhatChanged() {
        var report = received(Obliged.COMMUNE, null, false);
        var classified = report.classified(as(Severity.SERIOUS, false), Obliged.COMMUNE, LAW);

        assertThat(Changes.between(report, classified)).containsOnlyKeys("state", "severity");
        assertThat(Changes.between(report, classified).get("severity"))
                .isEqualTo(new Changes.Change(null, Severity.SERIOUS));
    }

    @Test
    void aReportOlderThanTheLawHasNoClock() {
        var intake =
                new Intake(
                        LocalDate.parse("2009-05-01"),
                        Instant.parse("2009-05-02T00:00:00Z"),
                        Category.SO,
                        null,
                        Channel.DOCUMENT,
                        null,
                        "Sổ cũ");

        var report = CrimeReport.received("cr-1", "unit", Obliged.COMMUNE, intake, LAW);

        assertThat(report.clocks().all()).isEmpty();
        assertThat(report.due()).isNull();
    }

    private static CrimeReport received(Obliged holder, Severity severity, boolean urgent) {
        var intake =
                new Intake(
                        LocalDate.parse("2025-09-30"),
                        RECEIVED,
                        Category.SO,
                        severity,
                        Channel.PHONE,
                        urgent,
                        "Tóm tắt");
        return CrimeReport.received("cr-1", "00004-20250701", holder, intake, LAW);
    }

    private static Classification as(Severity severity, boolean urgent) {
        return new Classification("1/QĐ", LATER, Category.SO, severity, urgent, null, null);
    }

    private static Assignment to(String post) {
        return new Assignment("2/QĐ", LATER, post, null, null);
    }

    private static java.util.List<String> rules(CrimeReport report) {
        return report.clocks().all().stream().map(Clock::rule).toList();
    }

    private static Clock clock(CrimeReport report, String rule) {
        return report.clocks().all().stream()
                .filter(clock -> clock.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
