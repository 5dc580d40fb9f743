package haicap.inspection.findings;

import haicap.inspection.findings.Replies.Reply;
import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.Correction;
import haicap.platform.records.CorrectionDecisionRequest;
import haicap.platform.records.CorrectionRequest;
import haicap.platform.records.DecisionRequest;
import haicap.platform.records.Filter;
import haicap.platform.records.HistoryLine;
import haicap.platform.records.Kept;
import haicap.platform.records.Outcome;
import haicap.platform.records.Records;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
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

/** The addresses of findings: who may do what, and what happens then. */
@RestController
@RequestMapping("/api/v1/findings")
class FindingController {

    /** What was done. */
    record RemedyRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 4_000, lines = true) String text,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /** Whether that is accepted; if not, the last day stays unless another is set. */
    record VerificationRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull Boolean accepted,
            @Nullable LocalDate dueOn,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {

        /** What it makes of a finding. */
        Outcome<Finding> of(Finding finding, Instant now) {
            if (accepted) {
                return FindingType.VERIFY.of(finding.verified());
            }
            if (dueOn != null) {
                LastDay.requireToCome(dueOn, now);
            }
            return FindingType.SEND_BACK.of(
                    finding.sentBack(dueOn == null ? finding.dueOn() : dueOn));
        }
    }

    /** Until when it is to be remedied now. */
    record ReopeningRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull LocalDate dueOn,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {

        /** What it makes of a finding. */
        Finding of(Finding finding, Instant now) {
            LastDay.requireToCome(dueOn, now);
            return finding.reopened(dueOn);
        }
    }

    /** What the unit says. */
    record ReplyRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 4_000, lines = true) String text)
            implements DecisionRequest {}

    /** A finding in a list. */
    @TellsOf(Matter.FINDING)
    record FindingSummary(
            String id,
            String number,
            String visitId,
            String campaignId,
            String unitId,
            String ownerUnitId,
            Topic topic,
            Severity severity,
            FindingState state,
            String ownerPostId,
            LocalDate dueOn,
            Instant recordedAt) {

        static FindingSummary of(Kept<Finding> kept) {
            var finding = kept.record();
            return new FindingSummary(
                    finding.head().id(),
                    finding.head().number(),
                    finding.visitId(),
                    finding.campaignId(),
                    kept.custodian(),
                    finding.head().unitId(),
                    finding.topic(),
                    finding.severity(),
                    finding.state(),
                    finding.ownerPostId(),
                    finding.dueOn(),
                    finding.head().openedAt());
        }
    }

    private final Records<Finding> findings;
    private final FindingRights rights;
    private final ReplyToFinding reply;
    private final Replies replies;

    FindingController(
            Records<Finding> findings,
            FindingRights rights,
            ReplyToFinding reply,
            Replies replies) {
        this.findings = findings;
        this.rights = rights;
        this.reply = reply;
        this.replies = replies;
    }

    @PostMapping("/{id}/remedy")
    @OpenTo(officers = true, absent = Finding.KIND)
    ResponseEntity<FindingView> remedy(
            @PathVariable String id,
            @Valid @RequestBody RemedyRequest remedy,
            Caller caller,
            WriteRequest request) {
        return findings.decide(
                        id,
                        remedy.decision(),
                        caller,
                        request,
                        finding -> rights.require("remedy", caller, finding),
                        (finding, now) ->
                                FindingType.REMEDY.of(finding.remedied(remedy.text(), caller, now)))
                .toResponse();
    }

    @PostMapping("/{id}/verification")
    @OpenTo(officers = true, absent = Finding.KIND)
    ResponseEntity<FindingView> verify(
            @PathVariable String id,
            @Valid @RequestBody VerificationRequest verification,
            Caller caller,
            WriteRequest request) {
        return findings.decide(
                        id,
                        verification.decision(),
                        caller,
                        request,
                        finding -> rights.require("verification", caller, finding),
                        verification::of)
                .toResponse();
    }

    @PostMapping("/{id}/reopening")
    @OpenTo(officers = true, absent = Finding.KIND)
    ResponseEntity<FindingView> reopen(
            @PathVariable String id,
            @Valid @RequestBody ReopeningRequest reopening,
            Caller caller,
            WriteRequest request) {
        return findings.reopen(
                        id,
                        reopening.decision(),
                        caller,
                        request,
                        finding -> rights.require("reopening", caller, finding),
                        reopening::of)
                .toResponse();
    }

    @PostMapping("/{id}/reply")
    @OpenTo(officers = true, absent = Finding.KIND)
    ResponseEntity<Reply> reply(
            @PathVariable String id,
            @Valid @RequestBody ReplyRequest said,
            Caller caller,
            WriteRequest request) {
        return reply.reply(id, said, caller, request).toResponse();
    }

    @PostMapping("/{id}/corrections")
    @OpenTo(officers = true, absent = Finding.KIND)
    ResponseEntity<Correction> correct(
            @PathVariable String id,
            @Valid @RequestBody CorrectionRequest correction,
            Caller caller,
            WriteRequest request) {
        return findings.corrections()
                .propose(
                        id,
                        correction,
                        caller,
                        request,
                        finding -> rights.require("correction-proposal", caller, finding.record()))
                .toResponse();
    }

    @PostMapping("/{id}/corrections/{correctionId}/confirmation")
    @OpenTo(officers = true, absent = Finding.KIND)
    ResponseEntity<FindingView> confirmCorrection(
            @PathVariable String id,
            @PathVariable String correctionId,
            @Valid @RequestBody CorrectionDecisionRequest confirmation,
            Caller caller,
            WriteRequest request) {
        return findings.corrections()
                .decideOnRecorded(
                        id,
                        correctionId,
                        confirmation,
                        caller,
                        request,
                        finding -> rights.require("correction", caller, finding.record()),
                        (finding, correction) -> finding.corrected())
                .toResponse();
    }

    @GetMapping("/{id}/corrections")
    Page<Correction> corrections(@PathVariable String id, Caller caller) {
        return findings.corrections().of(id, caller);
    }

    @GetMapping("/{id}")
    ResponseEntity<FindingView> read(@PathVariable String id, Caller caller) {
        var finding = FindingView.of(findings.read(id, caller));
        return ResponseEntity.ok().eTag(finding.version().etag()).body(finding);
    }

    @GetMapping("/{id}/replies")
    Page<Reply> replies(@PathVariable String id, Caller caller) {
        findings.read(id, caller);
        return new Page<>(replies.of(id), null);
    }

    @GetMapping("/{id}/history")
    ResponseEntity<Page<HistoryLine>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return findings.history(id, caller, limit, cursor).toResponse();
    }

    @GetMapping
    ResponseEntity<Page<FindingSummary>> list(
            @RequestParam(required = false) @Nullable String visitId,
            @RequestParam(required = false) @Nullable String campaignId,
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Set<FindingState> state,
            @RequestParam(required = false) @Nullable Set<Topic> topic,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        var filter =
                new Filter()
                        .arisenFrom(visitId)
                        .with("campaignId", campaignId)
                        .ofUnit(unitId)
                        .in(state)
                        .with("topic", topic)
                        .overdue(overdue)
                        .numbered(number);
        return findings.list(filter, caller, limit, cursor, FindingSummary::of).toResponse();
    }
}
