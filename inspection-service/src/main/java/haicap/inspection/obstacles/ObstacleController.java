package haicap.inspection.obstacles;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Problems;
import haicap.platform.records.Correction;
import haicap.platform.records.CorrectionDecisionRequest;
import haicap.platform.records.CorrectionRequest;
import haicap.platform.records.DecisionRequest;
import haicap.platform.records.Filter;
import haicap.platform.records.HistoryLine;
import haicap.platform.records.Kept;
import haicap.platform.records.RecordDeadlines;
import haicap.platform.records.Records;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of obstacles: who may do what, and what happens then. */
@RestController
@RequestMapping("/api/v1/obstacles")
class ObstacleController {

    /**
     * Who is to remove it.
     *
     * @param departmentUnitId null: whoever performs the function of its field, also when that is
     *     another department one day
     */
    record TriageRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @Nullable @Text(max = 80) String departmentUnitId,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /** What the department says. */
    record ReplyRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 4_000, lines = true) String answer,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /** Whether the obstacle is removed. */
    record ConfirmationRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull Boolean satisfied,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /** That it is not removed although that was confirmed. */
    record ReopeningRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /** An obstacle in a list. */
    @TellsOf(Matter.OBSTACLE)
    record ObstacleSummary(
            String id,
            String number,
            String unitId,
            String raisingUnitId,
            ObstacleState state,
            Field field,
            Severity severity,
            @Nullable String askedOf,
            Instant raisedAt,
            @Nullable String departmentUnitId,
            @Nullable Instant answerDueAt) {

        static ObstacleSummary of(Kept<Obstacle> kept) {
            var obstacle = kept.record();
            return new ObstacleSummary(
                    obstacle.head().id(),
                    obstacle.head().number(),
                    kept.custodian(),
                    obstacle.head().unitId(),
                    obstacle.state(),
                    obstacle.field(),
                    obstacle.severity(),
                    obstacle.askedOf(),
                    obstacle.head().openedAt(),
                    kept.concerned(ObstacleType.DIRECTED_TO),
                    ObstacleType.answerClock(kept).map(each -> each.dueAt()).orElse(null));
        }
    }

    private final Records<Obstacle> obstacles;
    private final ObstacleRights rights;
    private final Departments departments;

    ObstacleController(
            Records<Obstacle> obstacles, ObstacleRights rights, Departments departments) {
        this.obstacles = obstacles;
        this.rights = rights;
        this.departments = departments;
    }

    @PostMapping
    @OpenTo(officers = true)
    ResponseEntity<ObstacleView> raise(
            @Valid @RequestBody ObstacleRequest obstacle, Caller caller, WriteRequest request) {
        var post = caller.post();
        return obstacles
                .open(
                        caller,
                        request,
                        (id, now) -> {
                            departments.require("/askedOf", obstacle.askedOf());
                            return ObstacleType.RAISE.of(Obstacle.raised(id, post, obstacle, now));
                        })
                .toResponse();
    }

    @PostMapping("/{id}/triage")
    @OpenTo(officers = true, absent = Obstacle.KIND)
    ResponseEntity<ObstacleView> triage(
            @PathVariable String id,
            @Valid @RequestBody TriageRequest triage,
            Caller caller,
            WriteRequest request) {
        return obstacles
                .decide(
                        id,
                        triage.decision(),
                        caller,
                        request,
                        obstacle -> rights.require("triage", caller, obstacle),
                        (obstacle, now) -> {
                            var toWhom = departments.forAnswer(triage.departmentUnitId(), obstacle);
                            return ObstacleType.triaged(obstacle, toWhom, caller, now);
                        })
                .toResponse();
    }

    @PostMapping("/{id}/answer")
    @OpenTo(officers = true, absent = Obstacle.KIND)
    ResponseEntity<ObstacleView> answer(
            @PathVariable String id,
            @Valid @RequestBody ReplyRequest reply,
            Caller caller,
            WriteRequest request) {
        return obstacles
                .decide(
                        id,
                        reply.decision(),
                        caller,
                        request,
                        obstacle -> rights.require("answer", caller, obstacle),
                        (obstacle, now) ->
                                ObstacleType.ANSWER.of(
                                        obstacle.answered(reply.answer(), caller, now)))
                .toResponse();
    }

    @PostMapping("/{id}/confirmation")
    @OpenTo(officers = true, absent = Obstacle.KIND)
    ResponseEntity<ObstacleView> confirm(
            @PathVariable String id,
            @Valid @RequestBody ConfirmationRequest confirmation,
            Caller caller,
            WriteRequest request) {
        return obstacles
                .decide(
                        id,
                        confirmation.decision(),
                        caller,
                        request,
                        obstacle -> rights.require("confirmation", caller, obstacle),
                        (obstacle, now) ->
                                confirmation.satisfied()
                                        ? ObstacleType.CONFIRM.of(obstacle.confirmed())
                                        : ObstacleType.RETURN.of(obstacle.returned()))
                .toResponse();
    }

    @PostMapping("/{id}/corrections")
    @OpenTo(officers = true, absent = Obstacle.KIND)
    ResponseEntity<Correction> correct(
            @PathVariable String id,
            @Valid @RequestBody CorrectionRequest correction,
            Caller caller,
            WriteRequest request) {
        return obstacles
                .corrections()
                .propose(
                        id,
                        correction,
                        caller,
                        request,
                        obstacle ->
                                rights.require("correction-proposal", caller, obstacle.record()))
                .toResponse();
    }

    @PostMapping("/{id}/corrections/{correctionId}/confirmation")
    @OpenTo(officers = true, absent = Obstacle.KIND)
    ResponseEntity<ObstacleView> confirmCorrection(
            @PathVariable String id,
            @PathVariable String correctionId,
            @Valid @RequestBody CorrectionDecisionRequest confirmation,
            Caller caller,
            WriteRequest request) {
        return obstacles
                .corrections()
                .decideOnRecorded(
                        id,
                        correctionId,
                        confirmation,
                        caller,
                        request,
                        obstacle -> rights.require("correction", caller, obstacle.record()),
                        (obstacle, correction) -> obstacle.corrected())
                .toResponse();
    }

    @GetMapping("/{id}/corrections")
    Page<Correction> corrections(@PathVariable String id, Caller caller) {
        return obstacles.corrections().of(id, caller);
    }

    @PostMapping("/{id}/reopening")
    @OpenTo(officers = true, absent = Obstacle.KIND)
    ResponseEntity<ObstacleView> reopen(
            @PathVariable String id,
            @Valid @RequestBody ReopeningRequest reopening,
            Caller caller,
            WriteRequest request) {
        return obstacles
                .reopen(
                        id,
                        reopening.decision(),
                        caller,
                        request,
                        obstacle -> rights.require("reopening", caller, obstacle),
                        (obstacle, now) -> obstacle.reopened())
                .toResponse();
    }

    @GetMapping("/{id}")
    ResponseEntity<ObstacleView> read(@PathVariable String id, Caller caller) {
        var obstacle = ObstacleView.of(obstacles.read(id, caller));
        return ResponseEntity.ok().eTag(obstacle.version().etag()).body(obstacle);
    }

    @GetMapping("/{id}/deadlines")
    RecordDeadlines deadlines(@PathVariable String id, Caller caller, HttpServletRequest request) {
        return obstacles.deadlines(id, caller, Problems.language(request));
    }

    @GetMapping("/{id}/history")
    ResponseEntity<Page<HistoryLine>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return obstacles.history(id, caller, limit, cursor).toResponse();
    }

    @GetMapping
    ResponseEntity<Page<ObstacleSummary>> list(
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Set<ObstacleState> state,
            @RequestParam(required = false) @Nullable String departmentUnitId,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        var departmentsThen =
                departmentUnitId == null ? null : obstacles.storedUnder(departmentUnitId);
        var filter =
                new Filter()
                        .ofUnit(unitId)
                        .in(state)
                        .withAny(ObstacleType.DIRECTED_TO, departmentsThen)
                        .overdue(overdue)
                        .numbered(number);
        return obstacles.list(filter, caller, limit, cursor, ObstacleSummary::of).toResponse();
    }
}
