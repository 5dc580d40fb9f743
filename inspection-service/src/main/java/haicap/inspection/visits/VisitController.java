package haicap.inspection.visits;

import haicap.inspection.findings.FindingRequest;
import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.Correction;
import haicap.platform.records.CorrectionDecisionRequest;
import haicap.platform.records.CorrectionRequest;
import haicap.platform.records.Decision;
import haicap.platform.records.Filter;
import haicap.platform.records.HistoryLine;
import haicap.platform.records.Kept;
import haicap.platform.records.Records;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** The addresses of visits; lists are in the order of their days. */
@RestController
@RequestMapping("/api/v1/visits")
class VisitController {

    /** What the leader concludes; an empty list of findings is a good visit. */
    record ConclusionRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant concludedAt,
            @NotNull @Size(max = 200) List<@NotNull @Valid FindingRequest> findings,
            @Nullable @Text(max = 4_000, lines = true) String note) {

        Decision decision() {
            return new Decision(decisionNumber, concludedAt, null, note);
        }
    }

    /** A visit in a list. */
    @TellsOf(Matter.VISIT)
    record VisitSummary(
            String id,
            String number,
            String campaignId,
            String unitId,
            String visitedUnitId,
            int team,
            String leaderPostId,
            LocalDate scheduledOn,
            VisitState state,
            @Nullable Instant concludedAt) {

        static VisitSummary of(Kept<Visit> kept) {
            var visit = kept.record();
            return new VisitSummary(
                    visit.head().id(),
                    visit.head().number(),
                    visit.campaignId(),
                    kept.custodian(),
                    visit.head().unitId(),
                    visit.team(),
                    visit.leaderPostId(),
                    visit.scheduledOn(),
                    visit.state(),
                    visit.concludedAt());
        }
    }

    private final Records<Visit> visits;
    private final VisitRights rights;
    private final ConcludeVisit conclude;

    VisitController(Records<Visit> visits, VisitRights rights, ConcludeVisit conclude) {
        this.visits = visits;
        this.rights = rights;
        this.conclude = conclude;
    }

    @PostMapping("/{id}/conclusion")
    @OpenTo(officers = true, absent = Visit.KIND)
    ResponseEntity<VisitView> conclude(
            @PathVariable String id,
            @Valid @RequestBody ConclusionRequest conclusion,
            Caller caller,
            WriteRequest request) {
        return conclude.conclude(id, conclusion, caller, request).toResponse();
    }

    @PostMapping("/{id}/corrections")
    @OpenTo(officers = true, absent = Visit.KIND)
    ResponseEntity<Correction> correct(
            @PathVariable String id,
            @Valid @RequestBody CorrectionRequest correction,
            Caller caller,
            WriteRequest request) {
        return visits.corrections()
                .propose(
                        id,
                        correction,
                        caller,
                        request,
                        visit -> rights.require("correction-proposal", caller, visit.record()))
                .toResponse();
    }

    @PostMapping("/{id}/corrections/{correctionId}/confirmation")
    @OpenTo(officers = true, absent = Visit.KIND)
    ResponseEntity<VisitView> confirmCorrection(
            @PathVariable String id,
            @PathVariable String correctionId,
            @Valid @RequestBody CorrectionDecisionRequest confirmation,
            Caller caller,
            WriteRequest request) {
        return visits.corrections()
                .decideOnRecorded(
                        id,
                        correctionId,
                        confirmation,
                        caller,
                        request,
                        visit -> rights.require("correction", caller, visit.record()),
                        Visit::corrected)
                .toResponse();
    }

    @GetMapping("/{id}/corrections")
    Page<Correction> corrections(@PathVariable String id, Caller caller) {
        return visits.corrections().of(id, caller);
    }

    @GetMapping("/{id}")
    ResponseEntity<VisitView> read(@PathVariable String id, Caller caller) {
        var visit = VisitView.of(visits.read(id, caller));
        return ResponseEntity.ok().eTag(visit.version().etag()).body(visit);
    }

    @GetMapping("/{id}/history")
    ResponseEntity<Page<HistoryLine>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return visits.history(id, caller, limit, cursor).toResponse();
    }

    @GetMapping
    ResponseEntity<Page<VisitSummary>> list(
            @RequestParam(required = false) @Nullable String campaignId,
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Integer team,
            @RequestParam(required = false) @Nullable Set<VisitState> state,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        var filter =
                new Filter()
                        .arisenFrom(campaignId)
                        .ofUnit(unitId)
                        .with("team", team == null ? null : team.toString())
                        .in(state)
                        .numbered(number)
                        .mostPressingFirst();
        return visits.list(filter, caller, limit, cursor, VisitSummary::of).toResponse();
    }
}
