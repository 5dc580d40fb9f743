package haicap.casework.reports;

import haicap.casework.deadlines.DeadlineView;
import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as its readers see it.
 *
 * @param unitId the unit that has custody today
 * @param receivingUnitId the unit that received it
 * @param decidedBy the unit of the post that decided finally
 */
@TellsOf(Matter.CRIME_REPORT)
record CrimeReportView(
        String id,
        Version version,
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
        @Nullable String assignedPostId,
        @Nullable Outcome outcome,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        List<Passing> handOvers,
        String summary,
        List<DeadlineView> deadlines) {}
