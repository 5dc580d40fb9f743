package haicap.inspection.obstacles;

import haicap.inspection.custody.Custody;
import haicap.inspection.deadlines.ObstacleLaw;
import haicap.inspection.history.Decision;
import haicap.inspection.obstacles.ObstacleDecisions.Decided;
import haicap.inspection.obstacles.ObstacleEvent.Triaged;
import haicap.platform.access.Caller;
import haicap.platform.problems.Refusal;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import haicap.platform.writes.Answer;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an obstacle a department's matter; a decision of the staff office. */
@Component
class TriageObstacle {

    /** Who is to remove it. */
    record Triage(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 80) String departmentUnitId,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note) {

        Decision decision() {
            return new Decision(decisionNumber, decidedAt, ground, note);
        }
    }

    private final ObstacleDecisions decisions;
    private final Obstacles obstacles;
    private final Sight sight;
    private final Custody custody;
    private final Departments departments;
    private final ObstacleLaw law;

    TriageObstacle(
            ObstacleDecisions decisions,
            Obstacles obstacles,
            Sight sight,
            Custody custody,
            Departments departments,
            ObstacleLaw law) {
        this.decisions = decisions;
        this.obstacles = obstacles;
        this.sight = sight;
        this.custody = custody;
        this.departments = departments;
        this.law = law;
    }

    Answer triage(String id, Triage triage, Caller caller, WriteRequest request) {
        sight.requireToDecide(caller, obstacles.get(id));
        custody.requireStaff(caller);
        return decisions.take(
                id,
                triage.decision(),
                caller,
                request,
                obstacle -> {}, // the staff office may, whatever the obstacle is
                (obstacle, now) -> {
                    requireDepartment(triage.departmentUnitId(), obstacle);
                    return new Decided(
                            obstacle.triaged(triage.departmentUnitId(), law, now),
                            "triage",
                            Triaged.of(obstacle, caller, now));
                });
    }

    /** A unit does not answer what it raised itself. */
    private void requireDepartment(String unitId, Obstacle obstacle) {
        departments.require("/departmentUnitId", unitId);
        if (unitId.equals(custody.custodian(obstacle.unitId(), Obstacle.OBJECT_CLASS))) {
            throw Refusal.invalid(
                    "/departmentUnitId", "department-raised-it", Map.of("unit", unitId));
        }
    }
}
