package haicap.inspection.visits;

import haicap.inspection.visits.ConcludeVisit.Conclusion;
import haicap.inspection.visits.VisitLists.Line;
import haicap.inspection.visits.VisitLists.Wish;
import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
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
@RequestMapping("/api/v1/visits")
class VisitController {

    private final ConcludeVisit conclude;
    private final ReadVisit read;
    private final VisitLists lists;

    VisitController(ConcludeVisit conclude, ReadVisit read, VisitLists lists) {
        this.conclude = conclude;
        this.read = read;
        this.lists = lists;
    }

    @PostMapping("/{id}/conclusion")
    @OpenTo(officers = true, absent = Visit.KIND)
    ResponseEntity<VisitView> conclude(
            @PathVariable String id,
            @Valid @RequestBody Conclusion conclusion,
            Caller caller,
            WriteRequest request) {
        return conclude.conclude(id, conclusion, caller, request).toResponse();
    }

    @GetMapping("/{id}")
    ResponseEntity<VisitView> read(@PathVariable String id, Caller caller) {
        var visit = read.read(id, caller);
        return ResponseEntity.ok().eTag(visit.version().etag()).body(visit);
    }

    @GetMapping
    ResponseEntity<Page<Line>> list(
            @RequestParam(required = false) @Nullable String campaignId,
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Integer team,
            @RequestParam(required = false) @Nullable Set<VisitState> state,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        var wish = new Wish(campaignId, unitId, team, state);
        return lists.list(wish, caller, limit, cursor).toResponse();
    }
}
