package haicap.inspection.visits;

import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
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
        List<String> findingIds) {}
