package haicap.inspection.obstacles;

import haicap.inspection.obstacles.ObstacleLists.Line;
import haicap.inspection.obstacles.ObstacleLists.Wish;
import haicap.platform.access.Caller;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
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
    private final ReadObstacle read;
    private final ObstacleLists lists;

    ObstacleController(RaiseObstacle raise, ReadObstacle read, ObstacleLists lists) {
        this.raise = raise;
        this.read = read;
        this.lists = lists;
    }

    @PostMapping
    ResponseEntity<Object> raise(
            @Valid @RequestBody Hindrance hindrance, Caller caller, WriteRequest request) {
        return raise.raise(hindrance, caller, request).toResponse();
    }

    @GetMapping("/{id}")
    ResponseEntity<ObstacleView> read(@PathVariable String id, Caller caller) {
        var obstacle = read.read(id, caller);
        return ResponseEntity.ok().eTag(obstacle.version().etag()).body(obstacle);
    }

    @GetMapping
    ResponseEntity<Page<Line>> list(
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable ObstacleState state,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return lists.list(new Wish(unitId, state), caller, limit, cursor).toResponse();
    }
}
