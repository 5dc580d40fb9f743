package haicap.inspection.obstacles;

import haicap.inspection.Oversight;
import haicap.platform.access.Caller;
import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.records.Deed;
import haicap.platform.records.Kept;
import haicap.platform.records.Outcome;
import haicap.platform.records.RecordKeeping;
import haicap.platform.records.RecordLaw;
import haicap.platform.records.RecordType;
import haicap.platform.records.RecordType.Counted;
import haicap.platform.records.Records;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes an obstacle special among records, and all that can be done to it. */
@Configuration(proxyBeanMethods = false)
class ObstacleType {

    /** The attribute that names who is to answer. */
    static final String DIRECTED_TO = "directedTo";

    static final RecordLaw LAW = RecordLaw.named("obstacles");

    static final Deed RAISE = new Deed("raise", "ObstacleRaised", "obstacle.raised");
    static final Deed TRIAGE = new Deed("triage", "ObstacleTriaged", "obstacle.triaged");

    /** To another department; moves no clock that runs. */
    static final Deed PASS_ON = new Deed("triage", "ObstacleTriaged");

    static final Deed ANSWER = new Deed("answer", "ObstacleAnswered", "obstacle.answered");
    static final Deed CONFIRM = new Deed("confirmation", "ObstacleConfirmed", "obstacle.confirmed");

    /** The raising unit is not satisfied with the answer: the department has a new clock. */
    static final Deed RETURN =
            new Deed("return", "ObstacleReturned", "obstacle.confirmed", "obstacle.returned");

    /** The unit took for removed what is not: the department has a new clock. */
    static final Deed REOPEN = new Deed("reopening", "ObstacleReopened", "obstacle.returned");

    private static final RecordType<Obstacle> TYPE =
            RecordType.of(Obstacle.class, Obstacle.KIND, "ob")
                    .numberedAs("VM")
                    .at("/api/v1/obstacles")
                    .passedOnAs(Obstacle.OBJECT_CLASS)
                    .told("haicap.inspection.v1", "Obstacle", "haicap.inspection.", State::of)
                    .shownAs(ObstacleView::of)
                    .textsKeptAs("obstacle-texts")
                    .law(LAW)
                    .dueAt(kept -> answerClock(kept).map(RunningDeadline::dueAt).orElse(null))
                    .concerning("askedOf", Obstacle::askedOf)
                    .concerning(DIRECTED_TO, Obstacle::directedTo)
                    .alsoFiledBy(Oversight::isStaff)
                    .filteredBy(DIRECTED_TO)
                    .toConfirmIn(ObstacleState.ANSWERED)
                    .reopenedBy(REOPEN)
                    .counted(
                            new Counted(
                                    """
                                    (SELECT min(c.due_at)
                                     FROM record_clock c
                                     WHERE c.record_id = r.id AND c.met_at IS NULL
                                       AND c.rule LIKE 'OBSTACLE\\_ANSWER\\_%')
                                    """,
                                    Map.of(
                                            "obstaclesOpen", "open",
                                            "obstaclesOverdue", "open AND due <= :at")))
                    .declared();

    @Bean
    Records<Obstacle> obstacles(RecordKeeping keeping) {
        return keeping.of(TYPE, Oversight::seesAll);
    }

    /** The clock by which the department must answer, while one runs. */
    static Optional<RunningDeadline> answerClock(Kept<Obstacle> kept) {
        return kept.deadlines().nextFor(Obliged.DEPARTMENT);
    }

    /** What a triage makes of an obstacle. */
    static Outcome<Obstacle> triaged(Obstacle before, String toWhom, Caller by, Instant now) {
        var deed = before.directedTo() == null ? TRIAGE : PASS_ON;
        return deed.of(before.triaged(toWhom))
                .telling(new Triaged(now, by.post().postId(), before.directedTo()));
    }

    /** What is told of a triage. */
    record Triaged(Instant at, String byPost, @Nullable String departmentBefore) {}

    /** The whole public state, as others hear of it: never any free text. */
    record State(
            String id,
            String number,
            String unitId,
            ObstacleState state,
            boolean open,
            Field field,
            Severity severity,
            @Nullable String askedOf,
            Instant raisedAt,
            @Nullable String departmentUnitId,
            @Nullable String functionId,
            @Nullable Instant answerDueAt,
            @Nullable String dueRule) {

        static State of(Kept<Obstacle> kept) {
            var obstacle = kept.record();
            var due = answerClock(kept);
            return new State(
                    obstacle.head().id(),
                    obstacle.head().number(),
                    obstacle.head().unitId(),
                    obstacle.state(),
                    obstacle.isOpen(),
                    obstacle.field(),
                    obstacle.severity(),
                    obstacle.askedOf(),
                    obstacle.head().openedAt(),
                    obstacle.isDirectedToFunction() ? null : obstacle.directedTo(),
                    obstacle.isDirectedToFunction() ? obstacle.directedTo() : null,
                    due.map(RunningDeadline::dueAt).orElse(null),
                    due.map(each -> each.rule().id()).orElse(null));
        }
    }
}
