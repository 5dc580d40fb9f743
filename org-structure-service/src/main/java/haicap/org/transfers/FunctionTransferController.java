package haicap.org.transfers;

import haicap.org.transfers.FunctionTransfer.Minute;
import haicap.org.transfers.FunctionTransfer.Texts;
import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Problems;
import haicap.platform.records.DecisionRequest;
import haicap.platform.records.Filter;
import haicap.platform.records.HistoryLine;
import haicap.platform.records.Kept;
import haicap.platform.records.RecordDeadlines;
import haicap.platform.records.Records;
import haicap.platform.texts.Text;
import haicap.platform.time.Hanoi;
import haicap.platform.time.NotLongAgo;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
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

/** The addresses of transfers of functions: who may do what, and what happens then. */
@RestController
@RequestMapping("/api/v1/function-transfers")
class FunctionTransferController {

    /**
     * Which function is to pass to whom.
     *
     * @param fromAgency the agency that performs it; null where a unit of the police does
     * @param fromUnitId the unit of the police that performs it; null for another agency
     * @param toPostId the one post that is to perform it; null for the unit as such
     * @param effectiveOn first day; today or later
     */
    record PlanRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 80) String functionId,
            @Nullable @Text(max = 200) String fromAgency,
            @Nullable @Text(max = 80) String fromUnitId,
            @NotNull @Text(max = 80) String toUnitId,
            @Nullable @Text(max = 80) String toPostId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Text(max = 300) String legalBasis,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /** A decision that says no more than itself. */
    record RulingRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /**
     * What the minute of the hand-over says; the decision is the minute.
     *
     * @param positions of the establishment
     * @param facilities places of work
     * @param dataRecords entries of registers and data bases
     */
    record ReceiptRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @PositiveOrZero @Max(100_000) Integer positions,
            @NotNull @PositiveOrZero @Max(100_000) Integer facilities,
            @NotNull @PositiveOrZero @Max(1_000_000_000_000L) Long dataRecords,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /** The report on first results; where there are no difficulties, it says so. */
    record ResultsRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 4_000, lines = true) String results,
            @NotNull @Text(max = 4_000, lines = true) String difficulties,
            @Nullable @Text(max = 4_000, lines = true) String recommendations)
            implements DecisionRequest {}

    /** A transfer in a list. */
    @TellsOf(Matter.FUNCTION_TRANSFER)
    record FunctionTransferSummary(
            String id,
            String number,
            String unitId,
            TransferState state,
            String functionId,
            LocalDate effectiveOn,
            @Nullable Instant dueAt) {

        static FunctionTransferSummary of(Kept<FunctionTransfer> kept) {
            var transfer = kept.record();
            return new FunctionTransferSummary(
                    transfer.head().id(),
                    transfer.head().number(),
                    kept.custodian(),
                    transfer.state(),
                    transfer.functionId(),
                    transfer.effectiveOn(),
                    FunctionTransferType.due(kept).map(each -> each.dueAt()).orElse(null));
        }
    }

    private final Records<FunctionTransfer> transfers;
    private final FunctionTransferRights rights;
    private final PlanTransfer plan;

    FunctionTransferController(
            Records<FunctionTransfer> transfers, FunctionTransferRights rights, PlanTransfer plan) {
        this.transfers = transfers;
        this.rights = rights;
        this.plan = plan;
    }

    @PostMapping
    @OpenTo(byRule = "function-transfer.preparation")
    ResponseEntity<FunctionTransferView> plan(
            @Valid @RequestBody PlanRequest wished, Caller caller, WriteRequest request) {
        var ruling = rights.requirePreparation(caller, wished.functionId());
        return transfers
                .open(
                        now -> wished.decision(),
                        caller,
                        request,
                        (id, now) -> plan.planned(id, wished, now).allowedBy(ruling))
                .toResponse();
    }

    @PostMapping("/{id}/signature")
    @OpenTo(officers = true, absent = FunctionTransfer.KIND)
    ResponseEntity<FunctionTransferView> sign(
            @PathVariable String id,
            @Valid @RequestBody RulingRequest ruling,
            Caller caller,
            WriteRequest request) {
        return transfers
                .decide(
                        id,
                        ruling.decision(),
                        caller,
                        request,
                        transfer -> rights.require("decision", caller, transfer),
                        (transfer, now) ->
                                FunctionTransferType.SIGN.of(transfer.signed(Hanoi.dayOf(now))))
                .toResponse();
    }

    @PostMapping("/{id}/receipt")
    @OpenTo(officers = true, absent = FunctionTransfer.KIND)
    ResponseEntity<FunctionTransferView> receive(
            @PathVariable String id,
            @Valid @RequestBody ReceiptRequest receipt,
            Caller caller,
            WriteRequest request) {
        var minute =
                new Minute(
                        receipt.decisionNumber(),
                        Hanoi.dayOf(receipt.decidedAt()),
                        receipt.positions(),
                        receipt.facilities(),
                        receipt.dataRecords());
        return transfers
                .decide(
                        id,
                        receipt.decision(),
                        caller,
                        request,
                        transfer -> rights.require("receipt", caller, transfer),
                        (transfer, now) ->
                                FunctionTransferType.RECEIVE.of(
                                        transfer.received(minute, Hanoi.dayOf(now))))
                .toResponse();
    }

    @PostMapping("/{id}/first-results")
    @OpenTo(officers = true, absent = FunctionTransfer.KIND)
    ResponseEntity<FunctionTransferView> report(
            @PathVariable String id,
            @Valid @RequestBody ResultsRequest results,
            Caller caller,
            WriteRequest request) {
        var texts = new Texts(results.results(), results.difficulties(), results.recommendations());
        return transfers
                .decide(
                        id,
                        results.decision(),
                        caller,
                        request,
                        transfer -> rights.require("receipt", caller, transfer),
                        (transfer, now) ->
                                FunctionTransferType.REPORT.of(transfer.reported(texts, now)))
                .toResponse();
    }

    @PostMapping("/{id}/stabilisation")
    @OpenTo(officers = true, absent = FunctionTransfer.KIND)
    ResponseEntity<FunctionTransferView> stabilise(
            @PathVariable String id,
            @Valid @RequestBody RulingRequest ruling,
            Caller caller,
            WriteRequest request) {
        return transfers
                .decide(
                        id,
                        ruling.decision(),
                        caller,
                        request,
                        transfer -> rights.require("decision", caller, transfer),
                        (transfer, now) -> FunctionTransferType.STABILISE.of(transfer.stabilised()))
                .toResponse();
    }

    @GetMapping("/{id}")
    ResponseEntity<FunctionTransferView> read(@PathVariable String id, Caller caller) {
        var transfer = FunctionTransferView.of(transfers.read(id, caller));
        return ResponseEntity.ok().eTag(transfer.version().etag()).body(transfer);
    }

    @GetMapping("/{id}/deadlines")
    RecordDeadlines deadlines(@PathVariable String id, Caller caller, HttpServletRequest request) {
        return transfers.deadlines(id, caller, Problems.language(request));
    }

    @GetMapping("/{id}/history")
    ResponseEntity<Page<HistoryLine>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return transfers.history(id, caller, limit, cursor).toResponse();
    }

    @GetMapping
    ResponseEntity<Page<FunctionTransferSummary>> list(
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable String functionId,
            @RequestParam(required = false) @Nullable Set<TransferState> state,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        var filter =
                new Filter()
                        .ofUnit(unitId)
                        .with("functionId", functionId)
                        .in(state)
                        .numbered(number);
        return transfers
                .list(filter, caller, limit, cursor, FunctionTransferSummary::of)
                .toResponse();
    }
}
