package haicap.casework.reports;

import haicap.casework.deadlines.Clocks;
import haicap.casework.deadlines.CrimeReportLaw;
import haicap.casework.deadlines.Due;
import haicap.platform.deadlines.Obliged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report of a crime, at one version. Transitions make the next one.
 *
 * @param unitId the unit that received it; who has custody today follows by lineage
 * @param urgent once true, always true: only facts can show it, and its clock has started
 * @param due what the holder must do next; null when no clock obliges the holder
 * @param counter rises by one at each change
 */
record CrimeReport(
        String id,
        long counter,
        String unitId,
        ReportState state,
        Category category,
        @Nullable Severity severity,
        Channel channel,
        boolean urgent,
        LocalDate occurredOn,
        Instant receivedAt,
        String summary,
        @Nullable String assignedPostId,
        Clocks clocks,
        @Nullable Due due) {

    /** Every report is received, whoever is competent for it. */
    static CrimeReport received(
            String id, String unitId, Obliged holder, Intake intake, CrimeReportLaw law) {
        var receivedAt = Moments.stored(intake.receivedAt());
        var clocks = law.onReceipt(holder, intake.isUrgent(), receivedAt);
        return new CrimeReport(
                id,
                1,
                unitId,
                ReportState.RECEIVED,
                intake.category(),
                intake.severity(),
                intake.channel(),
                intake.isUrgent(),
                intake.occurredOn(),
                receivedAt,
                intake.summary(),
                null,
                clocks,
                clocks.nextFor(holder).orElse(null));
    }

    /** Classifies, or corrects the class. Turning urgent starts a clock and moves no other. */
    CrimeReport classified(Classification classification, Obliged holder, CrimeReportLaw law) {
        var at = Moments.stored(classification.decidedAt());
        var turnsUrgent = !urgent && classification.isUrgent();
        var met = clocks.met("report.classified", at);
        var running = turnsUrgent ? met.with(law.onTurningUrgent(holder, at)) : met;
        return new CrimeReport(
                id,
                counter + 1,
                unitId,
                state.classified(),
                classification.category(),
                classification.severity(),
                channel,
                urgent || turnsUrgent,
                occurredOn,
                receivedAt,
                summary,
                assignedPostId,
                running,
                running.nextFor(holder).orElse(null));
    }

    /** Gives the report to a post. */
    CrimeReport assigned(Assignment assignment, Obliged holder) {
        var running = clocks.met("report.assigned", Moments.stored(assignment.decidedAt()));
        return new CrimeReport(
                id,
                counter + 1,
                unitId,
                state.assigned(id),
                category,
                severity,
                channel,
                urgent,
                occurredOn,
                receivedAt,
                summary,
                assignment.postId(),
                running,
                running.nextFor(holder).orElse(null));
    }

    /** What became of which value since an earlier version. */
    Map<String, Change> changesSince(CrimeReport before) {
        var changes = new LinkedHashMap<String, Change>();
        note(changes, "state", before.state, state);
        note(changes, "category", before.category, category);
        note(changes, "severity", before.severity, severity);
        note(changes, "urgent", before.urgent, urgent);
        note(changes, "assignedPostId", before.assignedPostId, assignedPostId);
        note(changes, "due", before.due, due);
        return changes;
    }

    private static void note(
            Map<String, Change> changes, String name, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            changes.put(name, new Change(from, to));
        }
    }

    /** A value before and after. */
    record Change(@Nullable Object from, @Nullable Object to) {}
}
