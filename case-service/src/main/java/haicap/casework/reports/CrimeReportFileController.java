package haicap.casework.reports;

import haicap.casework.deadlines.DeadlineView;
import haicap.casework.history.Histories;
import haicap.platform.access.Caller;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Problems;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One report, read: the report itself, its clocks, its keepers, its history. */
@RestController
@RequestMapping("/api/v1/crime-reports/{id}")
class CrimeReportFileController {

    /** Every clock of a report, as of an instant. */
    @TellsOf(Matter.CRIME_REPORT)
    record Clocks(String id, Instant asOf, List<DeadlineView> deadlines) {}

    /** Who has had a report since its receipt. */
    @TellsOf(Matter.CRIME_REPORT)
    record Custodians(String id, List<CustodyTrail.Term> custodians) {}

    private final ReadCrimeReport read;

    CrimeReportFileController(ReadCrimeReport read) {
        this.read = read;
    }

    @GetMapping
    ResponseEntity<CrimeReportView> report(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        var report = read.report(id, caller, Problems.language(request));
        return ResponseEntity.ok().eTag(report.version().etag()).body(report);
    }

    @GetMapping("/deadlines")
    Clocks deadlines(@PathVariable String id, Caller caller, HttpServletRequest request) {
        return read.deadlines(id, caller, Problems.language(request));
    }

    @GetMapping("/custody")
    Custodians custody(@PathVariable String id, Caller caller) {
        return read.custody(id, caller);
    }

    @GetMapping("/history")
    ResponseEntity<Page<Histories.Line>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return read.history(id, caller, limit, cursor).toResponse();
    }
}
