package haicap.casework.reports;

import haicap.casework.reports.CrimeReportLists.Wish;
import haicap.casework.reports.Lines.Line;
import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/crime-reports")
class CrimeReportController {

    private final ReceiveCrimeReport receive;
    private final CrimeReportLists lists;
    private final Worklist worklist;

    CrimeReportController(ReceiveCrimeReport receive, CrimeReportLists lists, Worklist worklist) {
        this.receive = receive;
        this.lists = lists;
        this.worklist = worklist;
    }

    @PostMapping
    @OpenTo(officers = true)
    ResponseEntity<CrimeReportView> receive(
            @Valid @RequestBody Intake intake, Caller caller, WriteRequest request) {
        return receive.receive(intake, caller, request).toResponse();
    }

    @GetMapping
    ResponseEntity<Page<Line>> list(
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Set<ReportState> state,
            @RequestParam(required = false) @Nullable Set<Category> category,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return lists.list(new Wish(unitId, state, category, dueBefore), caller, limit, cursor)
                .toResponse();
    }

    /** {@code GET /api/v1/work} lists the work of all services. */
    @Deprecated
    @GetMapping("/worklist")
    ResponseEntity<Page<Line>> worklist(
            @RequestParam String view,
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return worklist.of(WorklistView.named(view), unitId, caller, limit, cursor).toResponse();
    }
}
