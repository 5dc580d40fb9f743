package haicap.inspection.obstacles;

import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import org.springframework.stereotype.Component;

/** Shows one obstacle to those who may see it. Reading its text is recorded. */
@Component
class ReadObstacle {

    private final Obstacles obstacles;
    private final Sight sight;
    private final Views views;
    private final Audit audit;

    ReadObstacle(Obstacles obstacles, Sight sight, Views views, Audit audit) {
        this.obstacles = obstacles;
        this.sight = sight;
        this.views = views;
        this.audit = audit;
    }

    ObstacleView read(String id, Caller caller) {
        var obstacle = obstacles.get(id);
        sight.require(caller, obstacle);
        audit.read(caller, Obstacle.KIND, id);
        return views.of(obstacle);
    }
}
