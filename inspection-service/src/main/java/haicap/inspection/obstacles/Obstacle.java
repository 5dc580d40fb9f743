package haicap.inspection.obstacles;

import haicap.platform.orgcopy.HeldPost;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a unit cannot solve by itself.
 *
 * @param counter rises by one with each change
 * @param unitId the unit that raised it; mergers never change it
 * @param askedOf the department that is asked to remove it
 */
record Obstacle(
        String id,
        long counter,
        String unitId,
        ObstacleState state,
        Field field,
        Severity severity,
        String description,
        @Nullable String legalBasisIssue,
        @Nullable String askedOf,
        Instant raisedAt,
        String raisedByPost) {

    static final String KIND = "obstacle";
    static final String OBJECT_CLASS = "OBSTACLE";

    static Obstacle raised(String id, HeldPost by, Hindrance hindrance, Instant at) {
        return new Obstacle(
                id,
                1,
                by.unitId(),
                ObstacleState.RAISED,
                hindrance.field(),
                hindrance.severity(),
                hindrance.description(),
                hindrance.legalBasisIssue(),
                hindrance.askedOf(),
                at,
                by.postId());
    }
}
