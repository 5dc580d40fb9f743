package haicap.inspection.obstacles;

import haicap.inspection.deadlines.DeadlineView;
import haicap.inspection.history.Histories;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows one obstacle to those who may see it. Reading its text is recorded. */
@Component
class ReadObstacle {

    /** Every clock of an obstacle, as of an instant. */
    @TellsOf(Matter.OBSTACLE)
    record Clocks(String id, Instant asOf, List<DeadlineView> deadlines) {}

    private final Obstacles obstacles;
    private final Sight sight;
    private final Views views;
    private final Histories histories;
    private final Audit audit;
    private final Clock clock;

    ReadObstacle(
            Obstacles obstacles,
            Sight sight,
            Views views,
            Histories histories,
            Audit audit,
            Clock clock) {
        this.obstacles = obstacles;
        this.sight = sight;
        this.views = views;
        this.histories = histories;
        this.audit = audit;
        this.clock = clock;
    }

    ObstacleView read(String id, Caller caller) {
        return views.of(seen(id, caller));
    }

    Clocks deadlines(String id, Caller caller, Locale locale) {
        var now = clock.instant();
        return new Clocks(id, now, DeadlineView.of(seen(id, caller).clocks(), now, locale));
    }

    Page<Histories.Line> history(String id, Caller caller, Limit limit, @Nullable String cursor) {
        seen(id, caller);
        return histories.of(id, limit, cursor);
    }

    private Obstacle seen(String id, Caller caller) {
        var obstacle = obstacles.get(id);
        sight.require(caller, obstacle);
        audit.read(caller, Obstacle.KIND, id);
        return obstacle;
    }
}
