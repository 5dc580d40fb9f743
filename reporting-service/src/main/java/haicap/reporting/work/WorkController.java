package haicap.reporting.work;

import haicap.platform.access.Caller;
import haicap.platform.records.View;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is to be done, most pressing first: for whoever asks, whatever service keeps it. A number is
 * looked for in all that the caller may list, unless a view says where.
 */
@RestController
class WorkController {

    private final WorkScope scope;
    private final WorkList list;

    WorkController(WorkScope scope, WorkList list) {
        this.scope = scope;
        this.list = list;
    }

    @GetMapping("/api/v1/work")
    ResponseEntity<Page<WorkItem>> list(
            @RequestParam(required = false) @Nullable View view,
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Set<String> kind,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        var wished = view == null && number == null ? View.UNIT : view;
        var asked = scope.of(wished, unitId, kind, caller);
        return list.of(wished, number, asked, limit, cursor).toResponse();
    }
}
