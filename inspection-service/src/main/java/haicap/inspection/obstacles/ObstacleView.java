package haicap.inspection.obstacles;

import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An obstacle as its readers see it.
 *
 * @param unitId the unit whose matter it is today
 * @param raisingUnitId the unit that raised it
 * @param departmentUnitId the department that was made responsible
 * @param answerDueAt while a clock for the answer runs
 */
@TellsOf(Matter.OBSTACLE)
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
        String raisedByPost,
        @Nullable String departmentUnitId,
        @Nullable Instant answerDueAt,
        @Nullable String dueRule,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredByPost) {}
