package haicap.inspection.obstacles;

import haicap.inspection.history.Histories;
import haicap.inspection.obstacles.AnswerObstacle.Said;
import haicap.inspection.obstacles.ConfirmObstacle.Confirmation;
import haicap.inspection.obstacles.ObstacleLists.Line;
import haicap.inspection.obstacles.ObstacleLists.Wish;
import haicap.inspection.obstacles.TriageObstacle.Triage;
import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.problems.Problems;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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

@RestController
@RequestMapping("/api/v1/obstacles")
class ObstacleController {

    private final RaiseObstacle raise;
    private final TriageObstacle triage;
    private final AnswerObstacle answer;
    private final ConfirmObstacle confirm;
    private final ReadObstacle read;
    private final ObstacleLists lists;

    ObstacleController(
            RaiseObstacle raise,
            TriageObstacle triage,
            AnswerObstacle answer,
            ConfirmObstacle confirm,
            ReadObstacle read,
            ObstacleLists lists) {
        this.raise = raise;
        this.triage = triage;
        this.answer = answer;
        this.confirm = confirm;
        this.read = read;
        this.lists = lists;
    }

    @PostMapping
    @OpenTo(officers = true)
    ResponseEntity<ObstacleView> raise(
            @Valid @RequestBody Hindrance hindrance, Caller caller, WriteRequest request) {
        return raise.raise(hindrance, caller, request).toResponse();
    }

    @PostMapping("/{id}/triage")
    @OpenTo(officers = true, absent = Obstacle.KIND)
    ResponseEntity<ObstacleView> triage(
            @PathVariable String id,
            @Valid @RequestBody Triage decided,
            Caller caller,
            WriteRequest request) {
        return triage.triage(id, decided, caller, request).toResponse();
    }

    @PostMapping("/{id}/answer")
    @OpenTo(officers = true, absent = Obstacle.KIND)
    ResponseEntity<ObstacleView> answer(
            @PathVariable String id,
            @Valid @RequestBody Said said,
            Caller caller,
            WriteRequest request) {
        return answer.answer(id, said, caller, request).toResponse();
    }

    @PostMapping("/{id}/confirmation")
    @OpenTo(officers = true, absent = Obstacle.KIND)
    ResponseEntity<ObstacleView> confirm(
            @PathVariable String id,
            @Valid @RequestBody Confirmation confirmation,
            Caller caller,
            WriteRequest request) {
        return confirm.confirm(id, confirmation, caller, request).toResponse();
    }

    @GetMapping("/{id}")
    ResponseEntity<ObstacleView> read(@PathVariable String id, Caller caller) {
        var obstacle = read.read(id, caller);
        return ResponseEntity.ok().eTag(obstacle.version().etag()).body(obstacle);
    }

    @GetMapping("/{id}/deadlines")
    ReadObstacle.Clocks deadlines(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        return read.deadlines(id, caller, Problems.language(request));
    }

    @GetMapping("/{id}/history")
    ResponseEntity<Page<Histories.Line>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return read.history(id, caller, limit, cursor).toResponse();
    }

    @GetMapping
    ResponseEntity<Page<Line>> list(
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Set<ObstacleState> state,
            @RequestParam(required = false) @Nullable String departmentUnitId,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        var wish = new Wish(unitId, state, departmentUnitId, overdue);
        return lists.list(wish, caller, limit, cursor).toResponse();
    }
}
