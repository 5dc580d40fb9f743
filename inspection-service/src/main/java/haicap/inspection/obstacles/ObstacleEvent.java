package haicap.inspection.obstacles;

import haicap.platform.access.Caller;
import haicap.platform.events.Announcement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to an obstacle, as others hear of it: never any free text. */
sealed interface ObstacleEvent {

    String TOPIC = "haicap.inspection.v1";
    String AGGREGATE = "Obstacle";

    Instant at();

    String byPost();

    record Raised(Instant at, String byPost) implements ObstacleEvent {

        static Raised of(Obstacle obstacle) {
            return new Raised(obstacle.raisedAt(), obstacle.raisedByPost());
        }
    }

    record Triaged(Instant at, String byPost, @Nullable String departmentBefore)
            implements ObstacleEvent {

        static Triaged of(Obstacle before, Caller by, Instant at) {
            return new Triaged(at, by.post().postId(), before.departmentUnitId());
        }
    }

    record Answered(Instant at, String byPost) implements ObstacleEvent {

        static Answered of(Caller by, Instant at) {
            return new Answered(at, by.post().postId());
        }
    }

    record Confirmed(Instant at, String byPost) implements ObstacleEvent {

        static Confirmed of(Caller by, Instant at) {
            return new Confirmed(at, by.post().postId());
        }
    }

    /** The raising unit is not satisfied with the answer. */
    record Returned(Instant at, String byPost) implements ObstacleEvent {

        static Returned of(Caller by, Instant at) {
            return new Returned(at, by.post().postId());
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
            Instant raisedAt,
            @Nullable String departmentUnitId,
            @Nullable Instant answerDueAt,
            @Nullable String dueRule) {

        static State of(Obstacle obstacle) {
            var due = obstacle.answerClock();
            return new State(
                    obstacle.id(),
                    obstacle.unitId(),
                    obstacle.state(),
                    obstacle.state().isOpen(),
                    obstacle.field(),
                    obstacle.severity(),
                    obstacle.askedOf(),
                    obstacle.raisedAt(),
                    obstacle.departmentUnitId(),
                    due == null ? null : due.dueAt(),
                    due == null ? null : due.rule().id());
        }
    }

    /** Tells what happened to the obstacle that is now as given. */
    default Announcement about(Obstacle obstacle) {
        var type =
                switch (this) {
                    case Raised r -> "haicap.inspection.ObstacleRaised.v1";
                    case Triaged t -> "haicap.inspection.ObstacleTriaged.v1";
                    case Answered a -> "haicap.inspection.ObstacleAnswered.v1";
                    case Confirmed c -> "haicap.inspection.ObstacleConfirmed.v1";
                    case Returned r -> "haicap.inspection.ObstacleReturned.v1";
                };
        return new Announcement(
                TOPIC,
                obstacle.id(),
                AGGREGATE,
                type,
                obstacle.unitId(),
                obstacle.counter(),
                at(),
                this,
                State.of(obstacle));
    }

    /** The obstacle as it is; nothing happens. */
    static Announcement snapshot(Obstacle obstacle, Instant at) {
        return new Announcement(
                TOPIC,
                obstacle.id(),
                AGGREGATE,
                "haicap.inspection.ObstacleSnapshot.v1",
                obstacle.unitId(),
                obstacle.counter(),
                at,
                null,
                State.of(obstacle));
    }
}
