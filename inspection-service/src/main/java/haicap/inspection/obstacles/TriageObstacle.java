package haicap.inspection.obstacles;

import haicap.inspection.custody.Custody;
import haicap.inspection.deadlines.ObstacleLaw;
import haicap.inspection.history.Decision;
import haicap.inspection.history.Entry;
import haicap.inspection.obstacles.ObstacleEvent.Triaged;
import haicap.platform.access.Caller;
import haicap.platform.problems.Refusal;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an obstacle a department's matter; a decision of the staff office. */
@Component
class TriageObstacle {

    /** Who is to remove it. */
    record Triage(
            @NotBlank @Size(max = 100) @Pattern(regexp = Decision.READABLE) String decisionNumber,
            @NotNull Instant decidedAt,
            @NotBlank @Size(max = 80) String departmentUnitId,
            @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Decision.READABLE)
                    String ground,
            @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Decision.READABLE)
                    String note) {

        Decision decision() {
            return new Decision(decisionNumber, decidedAt, ground, note);
        }
    }

    private final Writes writes;
    private final Obstacles obstacles;
    private final Sight sight;
    private final Custody custody;
    private final Departments departments;
    private final ObstacleLaw law;
    private final Register register;
    private final Views views;
    private final Clock clock;

    TriageObstacle(
            Writes writes,
            Obstacles obstacles,
            Sight sight,
            Custody custody,
            Departments departments,
            ObstacleLaw law,
            Register register,
            Views views,
            Clock clock) {
        this.writes = writes;
        this.obstacles = obstacles;
        this.sight = sight;
        this.custody = custody;
        this.departments = departments;
        this.law = law;
        this.register = register;
        this.views = views;
        this.clock = clock;
    }

    Answer triage(String id, Triage triage, Caller caller, WriteRequest request) {
        sight.requireToDecide(caller, obstacles.get(id));
        custody.requireStaff(caller);
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var obstacle = obstacles.get(id);
                    request.requireMatch(register.version(obstacle));
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    triage.decision().require(obstacle.raisedAt(), now);
                    requireDepartment(triage.departmentUnitId(), obstacle);
                    var triaged = obstacle.triaged(triage.departmentUnitId(), law, now);
                    var entry =
                            Entry.of(
                                    id,
                                    triaged.counter(),
                                    "triage",
                                    now,
                                    caller,
                                    triage.decision());
                    var event = Triaged.of(obstacle, caller, now);
                    var version = register.enter(triaged, entry, event, caller);
                    return Answer.ok(version, views.of(triaged));
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
