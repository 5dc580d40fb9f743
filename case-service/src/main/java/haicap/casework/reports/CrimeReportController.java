package haicap.casework.reports;

import haicap.casework.reports.CrimeReportLists.Line;
import haicap.casework.reports.CrimeReportLists.Wish;
import haicap.platform.access.Caller;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import java.time.Instant;
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
@RequestMapping("/api/v1/crime-reports")
class CrimeReportController {

    private final ReceiveCrimeReport receive;
    private final ClassifyCrimeReport classify;
    private final AssignCrimeReport assign;
    private final CrimeReportLists lists;

    CrimeReportController(
            ReceiveCrimeReport receive,
            ClassifyCrimeReport classify,
            AssignCrimeReport assign,
            CrimeReportLists lists) {
        this.receive = receive;
        this.classify = classify;
        this.assign = assign;
        this.lists = lists;
    }

    @PostMapping
    ResponseEntity<Object> receive(
            @Valid @RequestBody Intake intake, Caller caller, WriteRequest request) {
        return receive.receive(intake, caller, request).toResponse();
    }

    @PostMapping("/{id}/classification")
    ResponseEntity<Object> classify(
            @PathVariable String id,
            @Valid @RequestBody Classification classification,
            Caller caller,
            WriteRequest request) {
        return classify.classify(id, classification, caller, request).toResponse();
    }

    @PostMapping("/{id}/assignment")
    ResponseEntity<Object> assign(
            @PathVariable String id,
            @Valid @RequestBody Assignment assignment,
            Caller caller,
            WriteRequest request) {
        return assign.assign(id, assignment, caller, request).toResponse();
    }

    @GetMapping
    ResponseEntity<Page<Line>> list(
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable ReportState state,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return lists.list(new Wish(unitId, state, dueBefore), caller, limit, cursor).toResponse();
    }
}
