package haicap.inspection.obstacles;

import haicap.platform.events.Announcement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to an obstacle, as others hear of it: never any free text. */
sealed interface ObstacleEvent {

    String TOPIC = "haicap.inspection.v1";

    Instant at();

    String byPost();

    record Raised(Instant at, String byPost) implements ObstacleEvent {

        static Raised of(Obstacle obstacle) {
            return new Raised(obstacle.raisedAt(), obstacle.raisedByPost());
        }
    }

    /** The whole public state after the event. */
    record State(
            String id,
            String unitId,
            ObstacleState state,
            boolean open,
            Field field,
            Severity severity,
            @Nullable String askedOf,
            Instant raisedAt) {

        static State of(Obstacle obstacle) {
            return new State(
                    obstacle.id(),
                    obstacle.unitId(),
                    obstacle.state(),
                    obstacle.state().isOpen(),
                    obstacle.field(),
                    obstacle.severity(),
                    obstacle.askedOf(),
                    obstacle.raisedAt());
        }
    }

    /** Tells what happened to the obstacle that is now as given. */
    default Announcement about(Obstacle obstacle) {
        var type =
                switch (this) {
                    case Raised raised -> "haicap.inspection.ObstacleRaised.v1";
                };
        return new Announcement(
                TOPIC,
                obstacle.id(),
                type,
                obstacle.unitId(),
                obstacle.counter(),
                at(),
                this,
                State.of(obstacle));
    }
}
