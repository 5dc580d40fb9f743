package haicap.casework.reports;

import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.Kept;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A report in a list: without its text. */
@TellsOf(Matter.CRIME_REPORT)
record CrimeReportSummary(
        String id,
        String number,
        String unitId,
        String receivingUnitId,
        ReportState state,
        Category category,
        @Nullable Severity severity,
        Channel channel,
        boolean urgent,
        LocalDate occurredOn,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable String dueRule,
        @Nullable String assignedPostId) {

    static CrimeReportSummary of(Kept<CrimeReport> kept) {
        var report = kept.record();
        var due = CrimeReportType.due(kept);
        return new CrimeReportSummary(
                report.head().id(),
                report.head().number(),
                kept.custodian(),
                report.receivedBy(),
                report.state(),
                report.category(),
                report.severity(),
                report.channel(),
                report.urgent(),
                report.occurredOn(),
                report.receivedAt(),
                due.map(RunningDeadline::dueAt).orElse(null),
                due.map(clock -> clock.rule().id()).orElse(null),
                report.head().decidedPost());
    }
}
