package haicap.inspection.obstacles;

import haicap.inspection.obstacles.ObstacleEvent.Raised;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.ids.Ids;
import haicap.platform.outbox.Outbox;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes down what hinders the caller's unit. */
@Component
class RaiseObstacle {

    private final Writes writes;
    private final Obstacles obstacles;
    private final Departments departments;
    private final Views views;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    RaiseObstacle(
            Writes writes,
            Obstacles obstacles,
            Departments departments,
            Views views,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.writes = writes;
        this.obstacles = obstacles;
        this.departments = departments;
        this.views = views;
        this.outbox = outbox;
        this.audit = audit;
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
                    var obstacle = Obstacle.raised(id, post, hindrance, now);
                    obstacles.insert(obstacle);
                    audit.wrote(caller, "obstacle.raise", Obstacle.KIND, id, Map.of());
                    var version = outbox.append(Raised.of(obstacle).about(obstacle));
                    return Answer.created("/api/v1/obstacles/" + id, version, views.of(obstacle));
                });
    }
}
