package haicap.inspection.obstacles;

import haicap.inspection.custody.Custody;
import haicap.inspection.deadlines.ObstacleLaw;
import haicap.inspection.history.Decision;
import haicap.inspection.obstacles.ObstacleDecisions.Decided;
import haicap.inspection.obstacles.ObstacleEvent.Confirmed;
import haicap.inspection.obstacles.ObstacleEvent.Returned;
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

/** The raising unit says whether the answer removed its obstacle; nobody says it for the unit. */
@Component
class ConfirmObstacle {

    /** Whether the obstacle is removed. */
    record Confirmation(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull Boolean satisfied,
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

    ConfirmObstacle(
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

    Answer confirm(String id, Confirmation confirmation, Caller caller, WriteRequest request) {
        sight.requireToDecide(caller, obstacles.get(id));
        return decisions.take(
                id,
                confirmation.decision(),
                caller,
                request,
                obstacle -> requireRaiser(caller, obstacle),
                (obstacle, now) ->
                        confirmation.satisfied()
                                ? new Decided(
                                        obstacle.confirmed(now),
                                        "confirmation",
                                        Confirmed.of(caller, now))
                                : new Decided(
                                        obstacle.returned(law, now),
                                        "return",
                                        Returned.of(caller, now)));
    }

    /** Maker is not checker: neither another unit nor whoever signed the answer. */
    private void requireRaiser(Caller caller, Obstacle obstacle) {
        if (!custody.actsFor(caller, obstacle.unitId(), Obstacle.OBJECT_CLASS)) {
            throw Refusal.forbidden(
                    "not-raising-unit",
                    Map.of("id", obstacle.id(), "post", caller.post().postId()));
        }
        var reply = obstacle.reply();
        if (reply != null && reply.byOfficer().equals(caller.name())) {
            throw Refusal.forbidden("own-answer", Map.of("id", obstacle.id()));
        }
    }
}
