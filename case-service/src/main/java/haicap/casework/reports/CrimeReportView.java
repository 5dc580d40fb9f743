package haicap.casework.reports;

import static java.util.Objects.requireNonNullElse;

import haicap.platform.deadlines.DeadlineView;
import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.Kept;
import haicap.platform.records.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as its readers see it.
 *
 * @param unitId the unit that has custody today
 * @param receivingUnitId the unit that received it
 * @param placeUnitId the commune police in whose area it happened
 * @param decidedBy the unit of the post that decided finally
 * @param registerNumber of the entry in an old register that it was taken over from
 */
@TellsOf(Matter.CRIME_REPORT)
record CrimeReportView(
        String id,
        String number,
        Version version,
        String unitId,
        String receivingUnitId,
        ReportState state,
        Category category,
        @Nullable Severity severity,
        Channel channel,
        boolean urgent,
        LocalDate occurredOn,
        @Nullable String placeUnitId,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable String dueRule,
        @Nullable String assignedPostId,
        @Nullable ReportOutcome outcome,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String registerNumber,
        List<HandOver> handOvers,
        String summary,
        List<DeadlineView> deadlines) {

    static CrimeReportView of(Kept<CrimeReport> kept, Viewer viewer) {
        var report = kept.record();
        var due = CrimeReportType.due(kept);
        var how = report.conclusion();
        return new CrimeReportView(
                report.head().id(),
                report.head().number(),
                kept.version(),
                kept.custodian(),
                report.receivedBy(),
                report.state(),
                report.category(),
                report.severity(),
                report.channel(),
                report.urgent(),
                report.occurredOn(),
                report.placeUnitId(),
                report.receivedAt(),
                due.map(RunningDeadline::dueAt).orElse(null),
                due.map(clock -> clock.rule().id()).orElse(null),
                report.head().decidedPost(),
                how == null ? null : how.outcome(),
                how == null ? null : how.at(),
                how == null ? null : how.byUnitId(),
                report.registerNumber(),
                report.handOvers(),
                requireNonNullElse(report.texts().summary(), ""),
                DeadlineView.brief(kept.deadlines(), viewer.at(), viewer.language()));
    }
}
