package haicap.casework.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.casework.reports.CrimeReportController.ClassificationRequest;
import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.deadlines.RunningDeadlines;
import haicap.platform.problems.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A report with its clocks, by pure rules. */
class CrimeReportTest {

    private static final CrimeReportLaw LAW = new CrimeReportLaw();
    private static final Instant RECEIVED = Instant.parse("2025-10-01T02:00:00Z");
    private static final Instant LATER = RECEIVED.plusSeconds(7_200);

    /** A report and its clocks. */
    private record Handled(CrimeReport report, RunningDeadlines clocks) {

        static Handled received(Obliged holder, @Nullable Severity severity, boolean urgent) {
            return received(holder, RECEIVED, severity, urgent);
        }

        static Handled received(
                Obliged holder, Instant at, @Nullable Severity severity, boolean urgent) {
            var told =
                    new ReceiptRequest(
                            LocalDate.parse("2009-05-01"),
                            at,
                            Category.SO,
                            severity,
                            Channel.PHONE,
                            urgent,
                            null,
                            "Tóm tắt");
            var report = CrimeReport.received("cr-1", "00004-20250701", holder, told);
            return new Handled(report, LAW.onReceipt(holder, report.urgent(), at));
        }

        Handled classified(@Nullable Severity severity) {
            var next =
                    report.classified(
                            report.holder(),
                            new ClassificationRequest(
                                    "1", LATER, Category.SO, severity, null, null, null, null));
            boolean turnsUrgent = next.urgent() && !report.urgent();
            return new Handled(
                    next, LAW.onClassification(clocks, report.holder(), turnsUrgent, LATER));
        }

        Handled assigned(String post) {
            return new Handled(
                    report.assigned(report.holder(), post), LAW.onAssignment(clocks, LATER));
        }

        String due() {
            return clocks.nextFor(report.holder())
                    .map(clock -> clock.rule().id() + " " + clock.dueAt())
                    .orElse("nothing");
        }

        List<String> rules() {
            return clocks.all().stream().map(clock -> clock.rule().id()).toList();
        }

        RunningDeadline clock(String rule) {
            return clocks.all().stream()
                    .filter(clock -> clock.rule().id().equals(rule))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aCommuneMustHandOverAnOrdinaryReportWithinSevenDays() {
        var received = Handled.received(Obliged.COMMUNE, Severity.SERIOUS, false);

        assertThat(received.due()).isEqualTo("HANDOVER_7D 2025-10-08T17:00:00Z");
        assertThat(received.rules()).containsExactly("HANDOVER_7D", "RESOLVE_20D");
    }

    @Test
    void aCommuneMustHandOverAnUrgentReportWithin24Hours() {
        var flagged = Handled.received(Obliged.COMMUNE, null, true);
        var grave = Handled.received(Obliged.COMMUNE, Severity.VERY_SERIOUS, false);

        assertThat(flagged.report().urgent()).isTrue();
        assertThat(grave.report().urgent()).isTrue();
        assertThat(flagged.due()).isEqualTo("HANDOVER_24H " + RECEIVED.plusSeconds(86_400));
        assertThat(grave.due()).isEqualTo(flagged.due());
    }

    @Test
    void theInvestigationBodyFirstClassifies() {
        assertThat(Handled.received(Obliged.INVESTIGATION_BODY, null, false).due())
                .isEqualTo("CLASSIFY_24H " + RECEIVED.plusSeconds(86_400));
    }

    @Test
    void classifyingAndAssigningMeetTheirClocksAndTheNextOneObliges() {
        var classified =
                Handled.received(Obliged.INVESTIGATION_BODY, null, false)
                        .classified(Severity.SERIOUS);
        var assigned = classified.assigned("pc01-1");

        assertThat(classified.due()).startsWith("ASSIGN_3D ");
        assertThat(classified.clock("CLASSIFY_24H").metAt()).isEqualTo(LATER);
        assertThat(assigned.due()).startsWith("NOTIFY_PROCURACY_3D ");
        assertThat(assigned.clock("ASSIGN_3D").metAt()).isEqualTo(LATER);
    }

    @Test
    void turningUrgentStarts24HoursAndMovesNoOtherClock() {
        var received = Handled.received(Obliged.COMMUNE, Severity.SERIOUS, false);

        var classified = received.classified(Severity.ESPECIALLY_SERIOUS);

        assertThat(classified.report().urgent()).isTrue();
        assertThat(classified.due())
                .isEqualTo("HANDOVER_24H_TURNED_URGENT " + LATER.plusSeconds(86_400));
        assertThat(classified.clock("HANDOVER_7D")).isEqualTo(received.clock("HANDOVER_7D"));
        assertThat(classified.clock("RESOLVE_20D")).isEqualTo(received.clock("RESOLVE_20D"));
    }

    @Test
    void whatIsUrgentStaysUrgentAndStartsItsClockOnce() {
        var urgent = Handled.received(Obliged.COMMUNE, Severity.VERY_SERIOUS, false);

        var milder = urgent.classified(Severity.LESS_SERIOUS);
        var again = milder.classified(Severity.VERY_SERIOUS);

        assertThat(milder.report().urgent()).isTrue();
        assertThat(milder.due()).isEqualTo(urgent.due());
        assertThat(again.clocks()).isEqualTo(urgent.clocks());
    }

    @Test
    void anEditNeverMovesADueInstant() {
        var received = Handled.received(Obliged.COMMUNE, Severity.SERIOUS, false);

        assertThat(received.classified(Severity.LESS_SERIOUS).clocks())
                .isEqualTo(received.clocks());
    }

    @Test
    void refusesToAssignWhatIsNotClassified() {
        var received = Handled.received(Obliged.COMMUNE, null, false);

        assertThatThrownBy(() -> received.assigned("duty"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo("report-not-classified");
                            assertThat(refusal.args().get("id")).isEqualTo("cr-1");
                        });
    }

    @Test
    void aCorrectedClassTakesNobodyOffTheFile() {
        var corrected =
                Handled.received(Obliged.COMMUNE, null, false)
                        .classified(null)
                        .assigned("duty")
                        .classified(Severity.SERIOUS)
                        .report();

        assertThat(corrected.state()).isEqualTo(ReportState.ASSIGNED);
        assertThat(corrected.head().decidedPost()).isEqualTo("duty");
        assertThat(corrected.head().counter()).isEqualTo(4);
    }

    @Test
    void aReportOlderThanTheLawHasNoClock() {
        var old =
                Handled.received(
                        Obliged.COMMUNE, Instant.parse("2009-05-02T00:00:00Z"), null, false);

        assertThat(old.clocks().all()).isEmpty();
        assertThat(old.due()).isEqualTo("nothing");
    }
}
