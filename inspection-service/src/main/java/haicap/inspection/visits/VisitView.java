package haicap.inspection.visits;

import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit as its readers see it.
 *
 * @param unitId the unit whose matter it is today
 * @param visitedUnitId the unit that was, or will be, visited
 * @param concludedEarly whether it was concluded before the day for which it is planned
 * @param findingIds what it found
 */
@TellsOf(Matter.VISIT)
record VisitView(
        String id,
        String number,
        Version version,
        String campaignId,
        LocalDate campaignFrom,
        LocalDate campaignTo,
        String unitId,
        String visitedUnitId,
        int team,
        String leaderPostId,
        LocalDate scheduledOn,
        VisitState state,
        @Nullable Instant concludedAt,
        @Nullable String conclusionNumber,
        boolean concludedEarly,
        List<String> findingIds) {

    static VisitView of(Kept<Visit> kept) {
        var visit = kept.record();
        var conclusion = visit.conclusion();
        return new VisitView(
                visit.head().id(),
                visit.head().number(),
                kept.version(),
                visit.campaignId(),
                visit.campaignFrom(),
                visit.campaignTo(),
                kept.custodian(),
                visit.head().unitId(),
                visit.team(),
                visit.leaderPostId(),
                visit.scheduledOn(),
                visit.state(),
                visit.concludedAt(),
                conclusion == null ? null : conclusion.number(),
                visit.isConcludedEarly(),
                conclusion == null ? List.of() : conclusion.findingIds());
    }
}
