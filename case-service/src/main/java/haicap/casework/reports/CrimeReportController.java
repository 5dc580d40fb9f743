package haicap.casework.reports;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Problems;
import haicap.platform.records.Correction;
import haicap.platform.records.CorrectionDecisionRequest;
import haicap.platform.records.CorrectionRequest;
import haicap.platform.records.CustodyTerm;
import haicap.platform.records.DecisionRequest;
import haicap.platform.records.Filter;
import haicap.platform.records.HistoryLine;
import haicap.platform.records.RecordDeadlines;
import haicap.platform.records.Records;
import haicap.platform.records.RoleTerm;
import haicap.platform.records.Viewer;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.Answer;
import haicap.platform.writes.WriteRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

/** The addresses of crime reports: who may do what, and what happens then. */
@RestController
@RequestMapping("/api/v1/crime-reports")
class CrimeReportController {

    /**
     * Of which class it is.
     *
     * @param urgent that facts show the urgent class; what was urgent once stays so
     * @param placeUnitId the commune police in whose area it happened; null leaves what is known
     */
    record ClassificationRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull Category category,
            @Nullable Severity severity,
            @Nullable Boolean urgent,
            @Nullable @Text(max = 80) String placeUnitId,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {

        boolean isUrgent() {
            return Objects.requireNonNullElse(urgent, false) || Severity.isUrgentClass(severity);
        }
    }

    /**
     * Who works on it.
     *
     * @param postId a post of the unit that has custody; whoever holds it works on the report
     */
    record AssignmentRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 100) String postId,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /**
     * To whom it is handed over.
     *
     * @param toUnitId a department of the investigation agency
     */
    record HandOverRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 100) String toUnitId,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /** A decision that says no more than itself: to extend, to institute, not to; or a letter. */
    record RulingRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /** Who has had a report since its receipt. */
    @TellsOf(Matter.CRIME_REPORT)
    record Custodians(String id, List<CustodyTerm> custodians) {}

    private final Records<CrimeReport> reports;
    private final CrimeReportRights rights;
    private final HandleCrimeReport handle;
    private final Clock clock;

    CrimeReportController(
            Records<CrimeReport> reports,
            CrimeReportRights rights,
            HandleCrimeReport handle,
            Clock clock) {
        this.reports = reports;
        this.rights = rights;
        this.handle = handle;
        this.clock = clock;
    }

    @PostMapping
    @OpenTo(officers = true)
    ResponseEntity<CrimeReportView> receive(
            @Valid @RequestBody ReceiptRequest receipt, Caller caller, WriteRequest request) {
        return reports.open(caller, request, (id, now) -> handle.received(id, receipt, caller, now))
                .toResponse();
    }

    @PostMapping("/{id}/classification")
    @OpenTo(officers = true, absent = CrimeReport.KIND)
    ResponseEntity<CrimeReportView> classify(
            @PathVariable String id,
            @Valid @RequestBody ClassificationRequest classification,
            Caller caller,
            WriteRequest request) {
        return reports.decideKept(
                        id,
                        classification.decision(),
                        caller,
                        request,
                        report -> rights.require("classification", caller, report),
                        (report, now) -> handle.classified(report, classification, caller))
                .toResponse();
    }

    @PostMapping("/{id}/assignment")
    @OpenTo(officers = true, absent = CrimeReport.KIND)
    ResponseEntity<CrimeReportView> assign(
            @PathVariable String id,
            @Valid @RequestBody AssignmentRequest assignment,
            Caller caller,
            WriteRequest request) {
        return reports.decideKept(
                        id,
                        assignment.decision(),
                        caller,
                        request,
                        report -> rights.require("assignment", caller, report),
                        (report, now) -> handle.assigned(report, assignment, caller, now))
                .toResponse();
    }

    @PostMapping("/{id}/hand-over")
    @OpenTo(officers = true, absent = CrimeReport.KIND)
    ResponseEntity<CrimeReportView> handOver(
            @PathVariable String id,
            @Valid @RequestBody HandOverRequest handOver,
            Caller caller,
            WriteRequest request) {
        return reports.decideKept(
                        id,
                        handOver.decision(),
                        caller,
                        request,
                        report -> rights.require("hand-over", caller, report),
                        (report, now) -> handle.handedOver(report, handOver, caller, now))
                .toResponse();
    }

    @PostMapping("/{id}/extension")
    @OpenTo(officers = true, absent = CrimeReport.KIND)
    ResponseEntity<CrimeReportView> extend(
            @PathVariable String id,
            @Valid @RequestBody RulingRequest ruling,
            Caller caller,
            WriteRequest request) {
        var decision = ruling.decision();
        return reports.decideKept(
                        id,
                        decision,
                        caller,
                        request,
                        report -> rights.require("extension", caller, report),
                        (report, now) -> handle.extended(report, decision, caller))
                .toResponse();
    }

    @PostMapping("/{id}/institution")
    @OpenTo(officers = true, absent = CrimeReport.KIND)
    ResponseEntity<CrimeReportView> institute(
            @PathVariable String id,
            @Valid @RequestBody RulingRequest ruling,
            Caller caller,
            WriteRequest request) {
        return conclude(id, ReportOutcome.INSTITUTED, ruling, caller, request).toResponse();
    }

    @PostMapping("/{id}/non-institution")
    @OpenTo(officers = true, absent = CrimeReport.KIND)
    ResponseEntity<CrimeReportView> doNotInstitute(
            @PathVariable String id,
            @Valid @RequestBody RulingRequest ruling,
            Caller caller,
            WriteRequest request) {
        return conclude(id, ReportOutcome.NOT_INSTITUTED, ruling, caller, request).toResponse();
    }

    private Answer conclude(
            String id,
            ReportOutcome outcome,
            RulingRequest ruling,
            Caller caller,
            WriteRequest request) {
        var decision = ruling.decision();
        return reports.decideKept(
                id,
                decision,
                caller,
                request,
                report -> rights.require(HandleCrimeReport.deed(outcome).action(), caller, report),
                (report, now) -> handle.concluded(report, outcome, decision, caller));
    }

    @PostMapping("/{id}/duties/{duty}/completion")
    @OpenTo(officers = true, absent = CrimeReport.KIND)
    ResponseEntity<CrimeReportView> complete(
            @PathVariable String id,
            @PathVariable String duty,
            @Valid @RequestBody RulingRequest letter,
            Caller caller,
            WriteRequest request) {
        var named = Duty.named(duty);
        var decision = letter.decision();
        return reports.decideKept(
                        id,
                        decision,
                        caller,
                        request,
                        report -> rights.require("duty-completion", caller, report),
                        (report, now) -> handle.completed(report, named, decision, caller, now))
                .toResponse();
    }

    @PostMapping("/{id}/corrections")
    @OpenTo(officers = true, absent = CrimeReport.KIND)
    ResponseEntity<Correction> correct(
            @PathVariable String id,
            @Valid @RequestBody CorrectionRequest correction,
            Caller caller,
            WriteRequest request) {
        return reports.corrections()
                .propose(
                        id,
                        correction,
                        caller,
                        request,
                        report -> rights.require("correction-proposal", caller, report.record()))
                .toResponse();
    }

    @PostMapping("/{id}/corrections/{correctionId}/confirmation")
    @OpenTo(officers = true, absent = CrimeReport.KIND)
    ResponseEntity<CrimeReportView> confirmCorrection(
            @PathVariable String id,
            @PathVariable String correctionId,
            @Valid @RequestBody CorrectionDecisionRequest confirmation,
            Caller caller,
            WriteRequest request) {
        return reports.corrections()
                .decide(
                        id,
                        correctionId,
                        confirmation,
                        caller,
                        request,
                        report -> rights.require("correction", caller, report.record()),
                        handle::corrected)
                .toResponse();
    }

    @GetMapping("/{id}/corrections")
    Page<Correction> corrections(@PathVariable String id, Caller caller) {
        return reports.corrections().of(id, caller);
    }

    @GetMapping("/{id}")
    ResponseEntity<CrimeReportView> read(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        var viewer = new Viewer(Problems.language(request), clock.instant());
        var report = CrimeReportView.of(reports.read(id, caller), viewer);
        return ResponseEntity.ok().eTag(report.version().etag()).body(report);
    }

    @GetMapping("/{id}/deadlines")
    RecordDeadlines deadlines(@PathVariable String id, Caller caller, HttpServletRequest request) {
        return reports.deadlines(id, caller, Problems.language(request));
    }

    @GetMapping("/{id}/custody")
    Custodians custody(@PathVariable String id, Caller caller) {
        return new Custodians(id, reports.custody(id, caller).items());
    }

    @GetMapping("/{id}/roles")
    Page<RoleTerm> roles(@PathVariable String id, Caller caller) {
        return reports.roles(id, caller);
    }

    @GetMapping("/{id}/history")
    ResponseEntity<Page<HistoryLine>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return reports.history(id, caller, limit, cursor).toResponse();
    }

    @GetMapping
    ResponseEntity<Page<CrimeReportSummary>> list(
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Set<ReportState> state,
            @RequestParam(required = false) @Nullable Set<Category> category,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        var filter =
                new Filter()
                        .ofUnit(unitId)
                        .in(state)
                        .with("category", category)
                        .dueBefore(dueBefore)
                        .numbered(number);
        if (dueBefore != null) {
            filter.mostPressingFirst();
        }
        return reports.list(filter, caller, limit, cursor, CrimeReportSummary::of).toResponse();
    }
}
