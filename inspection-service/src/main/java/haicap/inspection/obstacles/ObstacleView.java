package haicap.inspection.obstacles;

import static java.util.Objects.requireNonNullElse;

import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.Kept;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An obstacle as its readers see it.
 *
 * @param unitId the unit whose matter it is today
 * @param raisingUnitId the unit that raised it
 * @param departmentUnitId the department that is to answer, as things are today
 * @param functionId the function whose holder is to answer; null where a department was named
 * @param answerDueAt while a clock for the answer runs
 */
@TellsOf(Matter.OBSTACLE)
record ObstacleView(
        String id,
        String number,
        Version version,
        String unitId,
        String raisingUnitId,
        ObstacleState state,
        Field field,
        Severity severity,
        String description,
        @Nullable String legalBasisIssue,
        @Nullable String askedOf,
        Instant raisedAt,
        String raisedByPost,
        @Nullable String departmentUnitId,
        @Nullable String functionId,
        @Nullable Instant answerDueAt,
        @Nullable String dueRule,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredByPost) {

    static ObstacleView of(Kept<Obstacle> kept) {
        var obstacle = kept.record();
        var texts = obstacle.texts();
        var due = ObstacleType.answerClock(kept);
        var reply = obstacle.reply();
        return new ObstacleView(
                obstacle.head().id(),
                obstacle.head().number(),
                kept.version(),
                kept.custodian(),
                obstacle.head().unitId(),
                obstacle.state(),
                obstacle.field(),
                obstacle.severity(),
                requireNonNullElse(texts.description(), ""),
                texts.legalBasisIssue(),
                obstacle.askedOf(),
                obstacle.head().openedAt(),
                obstacle.raisedByPost(),
                kept.concerned(ObstacleType.DIRECTED_TO),
                obstacle.isDirectedToFunction() ? obstacle.directedTo() : null,
                due.map(RunningDeadline::dueAt).orElse(null),
                due.map(each -> each.rule().id()).orElse(null),
                reply == null ? null : requireNonNullElse(texts.answer(), ""),
                reply == null ? null : reply.at(),
                reply == null ? null : reply.byPost());
    }
}
