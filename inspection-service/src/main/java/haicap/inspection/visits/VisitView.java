package haicap.inspection.visits;

import haicap.platform.events.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit as its readers see it.
 *
 * @param unitId the unit whose matter it is today
 * @param visitedUnitId the unit that was, or will be, visited
 * @param findingIds what it found
 */
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
        List<String> findingIds) {}
