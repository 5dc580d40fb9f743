package haicap.inspection.obstacles;

import haicap.platform.outbox.AnnouncedKind;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Obstacles can be announced as they are. */
@Configuration(proxyBeanMethods = false)
class ObstacleSnapshots {

    @Bean
    AnnouncedKind announcedObstacles(Obstacles obstacles, Clock clock) {
        return AnnouncedKind.of(
                ObstacleEvent.AGGREGATE,
                ObstacleEvent.TOPIC,
                "obstacle",
                id -> ObstacleEvent.snapshot(obstacles.get(id), clock.instant()));
    }
}
