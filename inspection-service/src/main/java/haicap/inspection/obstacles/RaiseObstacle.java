package haicap.inspection.obstacles;

import haicap.inspection.deadlines.ObstacleLaw;
import haicap.inspection.history.Entry;
import haicap.inspection.obstacles.ObstacleEvent.Raised;
import haicap.platform.access.Caller;
import haicap.platform.ids.Ids;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Takes down what hinders the caller's unit. */
@Component
class RaiseObstacle {

    private final Writes writes;
    private final Departments departments;
    private final ObstacleLaw law;
    private final Register register;
    private final Views views;
    private final Clock clock;

    RaiseObstacle(
            Writes writes,
            Departments departments,
            ObstacleLaw law,
            Register register,
            Views views,
            Clock clock) {
        this.writes = writes;
        this.departments = departments;
        this.law = law;
        this.register = register;
        this.views = views;
        this.clock = clock;
    }

    Answer raise(Hindrance hindrance, Caller caller, WriteRequest request) {
        var post = caller.post();
        var id = Ids.next("ob");
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    departments.require("/askedOf", hindrance.askedOf());
                    // what PostgreSQL keeps of an instant, so that event and table say the same
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    var obstacle = Obstacle.raised(id, post, hindrance, law, now);
                    var entry = Entry.of(id, obstacle.counter(), "raise", now, caller, null);
                    var version = register.enter(obstacle, entry, Raised.of(obstacle), caller);
                    return Answer.created("/api/v1/obstacles/" + id, version, views.of(obstacle));
                });
    }
}
