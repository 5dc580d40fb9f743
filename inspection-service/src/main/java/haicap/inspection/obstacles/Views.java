package haicap.inspection.obstacles;

import haicap.platform.access.Reach;
import haicap.platform.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Shows an obstacle with the unit whose matter it is today. */
@Component
class Views {

    private final Reach reach;
    private final Outbox outbox;

    Views(Reach reach, Outbox outbox) {
        this.reach = reach;
        this.outbox = outbox;
    }

    ObstacleView of(Obstacle obstacle) {
        var due = obstacle.answerClock();
        var reply = obstacle.reply();
        return new ObstacleView(
                obstacle.id(),
                outbox.version(obstacle.counter()),
                reach.custodian(obstacle.unitId(), Obstacle.OBJECT_CLASS),
                obstacle.unitId(),
                obstacle.state(),
                obstacle.field(),
                obstacle.severity(),
                obstacle.description(),
                obstacle.legalBasisIssue(),
                obstacle.askedOf(),
                obstacle.raisedAt(),
                obstacle.raisedByPost(),
                obstacle.departmentUnitId(),
                due == null ? null : due.dueAt(),
                due == null ? null : due.rule().id(),
                reply == null ? null : reply.text(),
                reply == null ? null : reply.at(),
                reply == null ? null : reply.byPost());
    }
}
