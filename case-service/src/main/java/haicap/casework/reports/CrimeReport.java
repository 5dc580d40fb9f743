package haicap.casework.reports;

import haicap.casework.deadlines.Clocks;
import haicap.casework.deadlines.CrimeReportLaw;
import haicap.casework.deadlines.Due;
import haicap.casework.deadlines.Duty;
import haicap.platform.deadlines.Obliged;
import haicap.platform.problems.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report of a crime, at one version. Transitions make the next one.
 *
 * @param counter rises by one at each change
 * @param due what the custodian must do next; null when no clock obliges the custodian
 */
record CrimeReport(
        String id,
        long counter,
        Reported reported,
        Standing standing,
        Clocks clocks,
        @Nullable Due due) {

    /** Every report is received, whoever is competent for it. */
    static CrimeReport received(
            String id, String unitId, Obliged holder, Intake intake, CrimeReportLaw law) {
        var reported = Reported.of(intake);
        var clocks = law.onReceipt(holder, reported.urgent(), reported.receivedAt());
        var due = clocks.nextFor(holder).orElse(null);
        return new CrimeReport(id, 1, reported, Standing.receivedBy(unitId), clocks, due);
    }

    /** As an old register has it. What was decided long ago owes nothing any more. */
    static CrimeReport imported(String id, Obliged holder, OldEntry entry, CrimeReportLaw law) {
        var received = received(id, entry.unitId(), holder, entry.intake(), law);
        var conclusion = entry.conclusion();
        if (conclusion == null) {
            return received;
        }
        var state = received.state().concluded(id, conclusion.outcome());
        return new CrimeReport(
                id,
                1,
                received.reported,
                received.standing.concluded(conclusion, state),
                received.clocks.decided(conclusion.at()),
                null);
    }

    /** Classifies, or corrects the class. Turning urgent starts a clock and moves no other. */
    CrimeReport classified(Classification classification, Obliged holder, CrimeReportLaw law) {
        var next = reported.classifiedAs(classification);
        var turnsUrgent = next.urgent() && !reported.urgent();
        var met = clocks.met("report.classified", classification.at());
        return next(
                next,
                standing.in(state().classified(id)),
                turnsUrgent ? met.with(law.onTurningUrgent(holder, classification.at())) : met,
                holder);
    }

    /** Gives the report to a post. */
    CrimeReport assigned(Assignment assignment, Obliged holder) {
        return next(
                reported,
                standing.assignedTo(assignment.postId(), state().assigned(id)),
                clocks.met("report.assigned", assignment.at()),
                holder);
    }

    /**
     * Gives the report to a department of the agency. Its own clocks start when it receives the
     * report, that is now, whenever that was decided.
     */
    CrimeReport handedOver(
            HandOver decided, String from, Obliged receiver, CrimeReportLaw law, Instant now) {
        var passing = new Passing(decided.at(), from, decided.toUnitId());
        var before = standing.handedOverAt();
        if (before != null && !passing.at().isAfter(before)) {
            throw Refusal.invalid("/decidedAt", "instant-too-early", Map.of("from", before));
        }
        return next(
                reported,
                standing.passed(passing, state().handedOver(id)),
                clocks.handedOver(passing.at()).with(law.onHandOver(receiver, urgent(), now)),
                receiver);
    }

    /** Extends the term of decision, once, and only while it has not run out. */
    CrimeReport extended(Instant at, Obliged holder, CrimeReportLaw law) {
        state().requireOpen(id);
        if (clocks.hasEverStarted(CrimeReportLaw.EXTENDED_TERM)) {
            throw Refusal.conflict("report-already-extended", Map.of("id", id));
        }
        var term =
                clocks.termOfDecision()
                        .orElseThrow(() -> Refusal.conflict("no-term-to-extend", Map.of("id", id)));
        if (!at.isBefore(term.dueAt())) {
            throw Refusal.conflict("term-run-out", Map.of("id", id, "due", term.dueAt()));
        }
        return next(
                reported,
                standing,
                clocks.extended(at).with(law.onExtension(receivedAt())),
                holder);
    }

    /** Ends the report. Only what must be sent and told because of that starts to run. */
    CrimeReport concluded(Conclusion how, Obliged holder, CrimeReportLaw law) {
        var duties =
                switch (how.outcome()) {
                    case INSTITUTED -> law.onInstitution(how.at());
                    case REFUSED -> law.onRefusal(how.at());
                };
        return next(
                reported,
                standing.concluded(how, state().concluded(id, how.outcome())),
                clocks.decided(how.at()).with(duties),
                holder);
    }

    /** Something that is owed besides the handling itself was done. */
    CrimeReport completed(Duty duty, Instant at, Obliged holder) {
        return next(reported, standing, clocks.met(duty.completion(), at), holder);
    }

    private CrimeReport next(
            Reported nextReported, Standing nextStanding, Clocks running, Obliged holder) {
        var nextDue = running.nextFor(holder).orElse(null);
        return new CrimeReport(id, counter + 1, nextReported, nextStanding, running, nextDue);
    }

    String unitId() {
        return standing.unitId();
    }

    /** Decided, and nothing is owed for it any more. */
    boolean hasEnded() {
        return !state().isOpen() && due == null;
    }

    ReportState state() {
        return standing.state();
    }

    boolean urgent() {
        return reported.urgent();
    }

    Instant receivedAt() {
        return reported.receivedAt();
    }

    @Nullable String assignedPostId() {
        return standing.assignedPostId();
    }

    /** When it came to the present custodian. */
    Instant cameAt() {
        return Objects.requireNonNullElse(standing.handedOverAt(), receivedAt());
    }
}
