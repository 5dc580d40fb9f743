package haicap.inspection.obstacles;

import haicap.inspection.history.Decision;
import haicap.inspection.history.Entry;
import haicap.platform.access.Caller;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * What all written decisions on an obstacle that the caller may see have in common, in this order:
 * under the obstacle's lock, who may not decide is told 403, who saw another version 412, and a
 * date that cannot be 422; then the decision is applied, entered and announced.
 */
@Component
class ObstacleDecisions {

    /**
     * What the decision makes of the obstacle.
     *
     * @param action how history and audit name it
     */
    record Decided(Obstacle obstacle, String action, ObstacleEvent event) {}

    /** Applies the decision. */
    interface Application {
        Decided to(Obstacle obstacle, Instant now);
    }

    private final Writes writes;
    private final Obstacles obstacles;
    private final Register register;
    private final Views views;
    private final Clock clock;

    ObstacleDecisions(
            Writes writes, Obstacles obstacles, Register register, Views views, Clock clock) {
        this.writes = writes;
        this.obstacles = obstacles;
        this.register = register;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Takes the decision.
     *
     * @param right refuses the caller whom only the locked obstacle shows to have none
     */
    Answer take(
            String id,
            Decision decision,
            Caller caller,
            WriteRequest request,
            Consumer<Obstacle> right,
            Application application) {
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var before = obstacles.get(id);
                    right.accept(before);
                    request.requireMatch(register.version(before));
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    decision.require(before.raisedAt(), now);
                    var decided = application.to(before, now);
                    var after = decided.obstacle();
                    var entry =
                            Entry.of(id, after.counter(), decided.action(), now, caller, decision);
                    var version = register.enter(after, entry, decided.event(), caller);
                    return Answer.ok(version, views.of(after));
                });
    }
}
