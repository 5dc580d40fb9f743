package haicap.inspection.visits;

import static java.util.Objects.requireNonNull;

import haicap.inspection.findings.Topic;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Corrected;
import haicap.platform.records.Head;
import haicap.platform.records.WorkRecord;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A team's visit to a unit. It is stored under the unit visited; the campaign is its parent, the
 * post that leads the team the one that was decided on.
 *
 * @param campaignFrom first day of the campaign
 * @param campaignTo its last day
 * @param topics what the campaign is about
 * @param conclusion null before
 */
record Visit(
        Head head,
        VisitState state,
        LocalDate campaignFrom,
        LocalDate campaignTo,
        List<Topic> topics,
        int team,
        LocalDate scheduledOn,
        @Nullable Conclusion conclusion,
        Texts texts)
        implements WorkRecord {

    static final String KIND = "visit";
    static final String OBJECT_CLASS = "VISIT";

    /** How it ended, with what it found. */
    record Conclusion(Instant at, String number, List<String> findingIds) {

        Conclusion {
            findingIds = List.copyOf(findingIds);
        }
    }

    /** Only its history has any. */
    record Texts() {}

    Visit {
        topics = List.copyOf(topics);
    }

    static Visit planned(Plan plan, Instant at) {
        return new Visit(
                Head.first(
                        plan.visitId(), plan.unitId(), plan.campaignId(), at, plan.leaderPostId()),
                VisitState.SCHEDULED,
                plan.campaignFrom(),
                plan.campaignTo(),
                plan.topics(),
                plan.team(),
                plan.scheduledOn(),
                null,
                new Texts());
    }

    Visit concluded(Conclusion now) {
        if (state != VisitState.SCHEDULED) {
            throw Refusal.conflict("visit-already-concluded", Map.of("id", head.id()));
        }
        return next(VisitState.CONCLUDED, now);
    }

    /** The same with the right moment and number of its conclusion. */
    Visit corrected(Corrected correction) {
        var is = correction.is();
        if (conclusion == null || !is.action().equals(VisitType.CONCLUDE.action())) {
            return next(state, conclusion);
        }
        var begun = Hanoi.startOf(campaignFrom);
        if (is.at().isBefore(begun)) {
            throw Refusal.invalid("/at", "instant-too-early", Map.of("from", begun));
        }
        var number = requireNonNull(is.decisionNumber());
        return next(state, new Conclusion(is.at(), number, conclusion.findingIds()));
    }

    private Visit next(VisitState nextState, @Nullable Conclusion how) {
        return new Visit(
                head.next(),
                nextState,
                campaignFrom,
                campaignTo,
                topics,
                team,
                scheduledOn,
                how,
                texts);
    }

    /** The end of the day for which it is planned, exclusive; lists are in the order of these. */
    Instant dueAt() {
        return Hanoi.startOf(scheduledOn.plusDays(1));
    }

    /** Whether it was concluded before its day; that may be true, and stands on the record. */
    boolean isConcludedEarly() {
        return conclusion != null && Hanoi.dayOf(conclusion.at()).isBefore(scheduledOn);
    }

    @Nullable Instant concludedAt() {
        return conclusion == null ? null : conclusion.at();
    }

    @Override
    public boolean isOpen() {
        return state == VisitState.SCHEDULED;
    }

    String campaignId() {
        return requireNonNull(head.parentId());
    }

    String leaderPostId() {
        return requireNonNull(head.decidedPost());
    }
}
