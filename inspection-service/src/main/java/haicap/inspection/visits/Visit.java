package haicap.inspection.visits;

import haicap.platform.problems.Refusal;
import haicap.platform.records.Decision;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A team's visit to a unit.
 *
 * @param counter rises by one with each change
 * @param unitId the unit visited; mergers never change it
 */
record Visit(
        String id,
        long counter,
        String campaignId,
        LocalDate campaignFrom,
        LocalDate campaignTo,
        String unitId,
        int team,
        String leaderPostId,
        LocalDate scheduledOn,
        VisitState state,
        @Nullable Instant concludedAt,
        @Nullable String conclusionNumber) {

    static final String KIND = "visit";
    static final String OBJECT_CLASS = "VISIT";

    static Visit planned(Plan plan) {
        return new Visit(
                plan.visitId(),
                1,
                plan.campaignId(),
                plan.campaignFrom(),
                plan.campaignTo(),
                plan.unitId(),
                plan.team(),
                plan.leaderPostId(),
                plan.scheduledOn(),
                VisitState.SCHEDULED,
                null,
                null);
    }

    Visit concluded(Decision decision) {
        if (state != VisitState.SCHEDULED) {
            throw Refusal.conflict("visit-already-concluded", Map.of("id", id));
        }
        return new Visit(
                id,
                counter + 1,
                campaignId,
                campaignFrom,
                campaignTo,
                unitId,
                team,
                leaderPostId,
                scheduledOn,
                VisitState.CONCLUDED,
                decision.at(),
                decision.number());
    }

    /** Whether it was concluded before its day; that may be true, and stands on the record. */
    boolean isConcludedEarly() {
        return concludedAt != null && Hanoi.dayOf(concludedAt).isBefore(scheduledOn);
    }
}
