package haicap.inspection.obstacles;

import haicap.inspection.custody.Custody;
import haicap.inspection.deadlines.ObstacleLaw;
import haicap.inspection.history.Decision;
import haicap.inspection.obstacles.ObstacleDecisions.Decided;
import haicap.inspection.obstacles.ObstacleEvent.Answered;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Title;
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

/** Takes down what the department says to an obstacle; signed by its head. */
@Component
class AnswerObstacle {

    /** What the department says. */
    record Said(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 4_000, lines = true) String answer,
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
    private final ObstacleLaw law;

    AnswerObstacle(
            ObstacleDecisions decisions,
            Obstacles obstacles,
            Sight sight,
            Custody custody,
            ObstacleLaw law) {
        this.decisions = decisions;
        this.obstacles = obstacles;
        this.sight = sight;
        this.custody = custody;
        this.law = law;
    }

    Answer answer(String id, Said said, Caller caller, WriteRequest request) {
        sight.requireToDecide(caller, obstacles.get(id));
        return decisions.take(
                id,
                said.decision(),
                caller,
                request,
                obstacle -> requireHeadOfDepartment(caller, obstacle),
                (obstacle, now) ->
                        new Decided(
                                obstacle.answered(said.answer(), caller, law, now),
                                "answer",
                                Answered.of(caller, now)));
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
