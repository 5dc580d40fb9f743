package haicap.inspection.obstacles;

import haicap.inspection.history.Entry;
import haicap.inspection.history.Histories;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.events.Version;
import haicap.platform.outbox.Outbox;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Enters an obstacle's new version: saved with its history, audited, announced. */
@Component
class Register {

    private final Obstacles obstacles;
    private final Histories histories;
    private final Audit audit;
    private final Outbox outbox;

    Register(Obstacles obstacles, Histories histories, Audit audit, Outbox outbox) {
        this.obstacles = obstacles;
        this.histories = histories;
        this.audit = audit;
        this.outbox = outbox;
    }

    Version enter(Obstacle obstacle, Entry entry, ObstacleEvent event, Caller by) {
        obstacles.save(obstacle);
        histories.append(entry);
        audit.wrote(by, "obstacle." + entry.action(), Obstacle.KIND, obstacle.id(), Map.of());
        return outbox.append(event.about(obstacle));
    }

    Version version(Obstacle obstacle) {
        return outbox.version(obstacle.counter());
    }
}
