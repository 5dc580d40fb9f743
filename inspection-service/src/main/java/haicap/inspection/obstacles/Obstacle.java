package haicap.inspection.obstacles;

import haicap.inspection.deadlines.Clock;
import haicap.inspection.deadlines.Clocks;
import haicap.inspection.deadlines.ObstacleLaw;
import haicap.platform.access.Caller;
import haicap.platform.deadlines.Obliged;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.problems.Refusal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a unit cannot solve by itself.
 *
 * @param counter rises by one with each change
 * @param unitId the unit that raised it; mergers never change it
 * @param askedOf the department that the unit asks to remove it
 * @param departmentUnitId the department that was made responsible
 * @param reply the department's last answer
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
        String raisedByPost,
        @Nullable String departmentUnitId,
        @Nullable Reply reply,
        Clocks clocks) {

    static final String KIND = "obstacle";
    static final String OBJECT_CLASS = "OBSTACLE";

    static Obstacle raised(
            String id, HeldPost by, Hindrance hindrance, ObstacleLaw law, Instant at) {
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
                by.postId(),
                null,
                null,
                law.startedBy("obstacle.raised", at));
    }

    /** Made a department's matter. Passing it on to another one moves no clock that runs. */
    Obstacle triaged(String department, ObstacleLaw law, Instant at) {
        return switch (state) {
            case RAISED ->
                    now(
                            ObstacleState.TRIAGED,
                            department,
                            reply,
                            clocks.met("obstacle.triaged", at)
                                    .with(law.startedBy("obstacle.triaged", at)));
            case TRIAGED -> now(ObstacleState.TRIAGED, department, reply, clocks);
            case ANSWERED, CONFIRMED -> throw not("triage");
        };
    }

    Obstacle answered(String text, Caller by, ObstacleLaw law, Instant at) {
        require(ObstacleState.TRIAGED, "answer");
        return now(
                ObstacleState.ANSWERED,
                departmentUnitId,
                new Reply(text, at, by.post().postId(), by.name()),
                clocks.met("obstacle.answered", at).with(law.startedBy("obstacle.answered", at)));
    }

    Obstacle confirmed(Instant at) {
        require(ObstacleState.ANSWERED, "confirmation");
        return now(
                ObstacleState.CONFIRMED,
                departmentUnitId,
                reply,
                clocks.met("obstacle.confirmed", at));
    }

    /** Sent back to the department, which has a new clock. */
    Obstacle returned(ObstacleLaw law, Instant at) {
        require(ObstacleState.ANSWERED, "confirmation");
        return now(
                ObstacleState.TRIAGED,
                departmentUnitId,
                reply,
                clocks.met("obstacle.confirmed", at).with(law.startedBy("obstacle.returned", at)));
    }

    /** The clock by which the department must answer, while one runs. */
    @Nullable Clock answerClock() {
        return clocks.nextFor(Obliged.DEPARTMENT).orElse(null);
    }

    private void require(ObstacleState needed, String attempted) {
        if (state != needed) {
            throw not(attempted);
        }
    }

    private Refusal not(String attempted) {
        return Refusal.conflict(
                "obstacle-state", Map.of("id", id, "state", state, "action", attempted));
    }

    private Obstacle now(
            ObstacleState next, @Nullable String department, @Nullable Reply said, Clocks run) {
        return new Obstacle(
                id,
                counter + 1,
                unitId,
                next,
                field,
                severity,
                description,
                legalBasisIssue,
                askedOf,
                raisedAt,
                raisedByPost,
                department,
                said,
                run);
    }
}
