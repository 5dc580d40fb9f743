package haicap.platform.parked;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The messages that this part could not apply, for the operator: read, try again, drop. */
@RestController
@RequestMapping("/api/v1/${haicap.service}/parked")
class ParkedController {

    private static final String SCOPE = "operations";

    private final ParkedLists lists;
    private final ReleaseParked release;

    ParkedController(ParkedLists lists, ReleaseParked release) {
        this.lists = lists;
        this.release = release;
    }

    @GetMapping
    ResponseEntity<Page<ParkedLists.Line>> list(
            @RequestParam(required = false) @Nullable String cursor, Limit limit, Caller caller) {
        caller.requireScope(SCOPE);
        return lists.list(limit, cursor).toResponse();
    }

    @GetMapping("/{id}")
    ParkedLists.Whole read(@PathVariable String id, Caller caller) {
        caller.requireScope(SCOPE);
        return lists.read(id);
    }

    @PostMapping("/{id}/retry")
    @OpenTo(scopes = SCOPE)
    ResponseEntity<ReleaseParked.Released> retry(
            @PathVariable String id, Caller caller, WriteRequest request) {
        caller.requireScope(SCOPE);
        return release.retry(id, caller, request).toResponse();
    }

    @PostMapping("/{id}/drop")
    @OpenTo(scopes = SCOPE)
    ResponseEntity<ReleaseParked.Released> drop(
            @PathVariable String id, Caller caller, WriteRequest request) {
        caller.requireScope(SCOPE);
        return release.drop(id, caller, request).toResponse();
    }
}
