package haicap.inspection.obstacles;

import haicap.platform.events.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An obstacle as its readers see it.
 *
 * @param unitId the unit whose matter it is today
 * @param raisingUnitId the unit that raised it
 */
record ObstacleView(
        String id,
        Version version,
        String unitId,
        String raisingUnitId,
        ObstacleState state,
        Field field,
        Severity severity,
        String description,
        @Nullable String legalBasisIssue,
        @Nullable String askedOf,
        Instant raisedAt,
        String raisedByPost) {}
