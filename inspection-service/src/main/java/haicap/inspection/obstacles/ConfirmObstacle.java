package haicap.inspection.obstacles;

import haicap.inspection.custody.Custody;
import haicap.inspection.deadlines.ObstacleLaw;
import haicap.inspection.history.Decision;
import haicap.inspection.history.Entry;
import haicap.inspection.obstacles.ObstacleEvent.Confirmed;
import haicap.inspection.obstacles.ObstacleEvent.Returned;
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

/** The raising unit says whether the answer removed its obstacle; nobody says it for the unit. */
@Component
class ConfirmObstacle {

    /** Whether the obstacle is removed. */
    record Confirmation(
            @NotBlank @Size(max = 100) @Pattern(regexp = Decision.READABLE) String decisionNumber,
            @NotNull Instant decidedAt,
            @NotNull Boolean satisfied,
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

    ConfirmObstacle(
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

    Answer confirm(String id, Confirmation confirmation, Caller caller, WriteRequest request) {
        sight.requireToDecide(caller, obstacles.get(id));
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var obstacle = obstacles.get(id);
                    requireRaiser(caller, obstacle);
                    request.requireMatch(register.version(obstacle));
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    confirmation.decision().require(obstacle.raisedAt(), now);
                    return confirmation.satisfied()
                            ? confirmed(obstacle, confirmation, caller, now)
                            : returned(obstacle, confirmation, caller, now);
                });
    }

    private Answer confirmed(Obstacle obstacle, Confirmation by, Caller caller, Instant now) {
        var confirmed = obstacle.confirmed(now);
        var entry = entry(confirmed, "confirmation", by, caller, now);
        var version = register.enter(confirmed, entry, Confirmed.of(caller, now), caller);
        return Answer.ok(version, views.of(confirmed));
    }

    private Answer returned(Obstacle obstacle, Confirmation by, Caller caller, Instant now) {
        var returned = obstacle.returned(law, now);
        var entry = entry(returned, "return", by, caller, now);
        var version = register.enter(returned, entry, Returned.of(caller, now), caller);
        return Answer.ok(version, views.of(returned));
    }

    private static Entry entry(
            Obstacle obstacle, String action, Confirmation by, Caller caller, Instant now) {
        return Entry.of(obstacle.id(), obstacle.counter(), action, now, caller, by.decision());
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
