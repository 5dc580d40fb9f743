package haicap.inspection.obstacles;

import haicap.inspection.custody.Custody;
import haicap.inspection.deadlines.ObstacleLaw;
import haicap.inspection.history.Decision;
import haicap.inspection.history.Entry;
import haicap.inspection.obstacles.ObstacleEvent.Answered;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Title;
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

/** Takes down what the department says to an obstacle; signed by its head. */
@Component
class AnswerObstacle {

    /** What the department says. */
    record Said(
            @NotBlank @Size(max = 100) @Pattern(regexp = Decision.READABLE) String decisionNumber,
            @NotNull Instant decidedAt,
            @NotNull @Size(min = 1, max = 4_000) @Pattern(regexp = Decision.READABLE) String answer,
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
    private final ObstacleLaw law;
    private final Register register;
    private final Views views;
    private final Clock clock;

    AnswerObstacle(
            Writes writes,
            Obstacles obstacles,
            Sight sight,
            Custody custody,
            ObstacleLaw law,
            Register register,
            Views views,
            Clock clock) {
        this.writes = writes;
        this.obstacles = obstacles;
        this.sight = sight;
        this.custody = custody;
        this.law = law;
        this.register = register;
        this.views = views;
        this.clock = clock;
    }

    Answer answer(String id, Said said, Caller caller, WriteRequest request) {
        sight.requireToDecide(caller, obstacles.get(id));
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var obstacle = obstacles.get(id);
                    requireHeadOfDepartment(caller, obstacle);
                    request.requireMatch(register.version(obstacle));
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    said.decision().require(obstacle.raisedAt(), now);
                    var answered = obstacle.answered(said.answer(), caller, law, now);
                    var entry =
                            Entry.of(
                                    id, answered.counter(), "answer", now, caller, said.decision());
                    var version = register.enter(answered, entry, Answered.of(caller, now), caller);
                    return Answer.ok(version, views.of(answered));
                });
    }

    private void requireHeadOfDepartment(Caller caller, Obstacle obstacle) {
        var department = obstacle.departmentUnitId();
        var post = caller.post();
        if (department == null
                ? post.title() != Title.DEPARTMENT_HEAD
                : !isHead(caller, department)) {
            throw Refusal.forbidden(
                    "not-head-of-department", Map.of("id", obstacle.id(), "post", post.postId()));
        }
    }

    private boolean isHead(Caller caller, String department) {
        return caller.post().title() == Title.DEPARTMENT_HEAD
                && custody.actsFor(caller, department, Obstacle.OBJECT_CLASS);
    }
}
