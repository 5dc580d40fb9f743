package haicap.specimen.repairs;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Problems;
import haicap.platform.records.CustodyTerm;
import haicap.platform.records.DecisionRequest;
import haicap.platform.records.Filter;
import haicap.platform.records.Head;
import haicap.platform.records.HistoryLine;
import haicap.platform.records.Kept;
import haicap.platform.records.RecordDeadlines;
import haicap.platform.records.Records;
import haicap.platform.records.RoleTerm;
import haicap.platform.texts.Text;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
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

/** The addresses of repairs: who may do what, and what happens then. */
@RestController
@RequestMapping("/api/v1/repairs")
class RepairController {

    /** What a unit asks for. */
    record RepairRequest(
            @NotNull Repair.Place place,
            @NotNull @Text(max = 80) String workshop,
            @NotNull @Text(max = 4_000, lines = true) String defect) {}

    /** Who is to do it. */
    record OrderRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull Instant decidedAt,
            @NotNull @Text(max = 80) String post,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /** Who has the premises now. */
    record PassingOnRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull Instant decidedAt,
            @NotNull @Text(max = 80) String unitId)
            implements DecisionRequest {}

    /** What was done. */
    record CompletionRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull Instant decidedAt,
            @NotNull @Text(max = 4_000, lines = true) String work)
            implements DecisionRequest {}

    /** A repair as its readers see it. */
    @TellsOf(Matter.RECORD)
    record View(
            String id,
            String number,
            Version version,
            String unitId,
            RepairState state,
            Repair.Place place,
            @Nullable String defect,
            @Nullable String work,
            @Nullable String post,
            @Nullable Instant dueAt) {

        static View of(Kept<Repair> kept) {
            var repair = kept.record();
            return new View(
                    repair.head().id(),
                    repair.head().number(),
                    kept.version(),
                    kept.custodian(),
                    repair.state(),
                    repair.place(),
                    repair.texts().defect(),
                    repair.texts().work(),
                    repair.head().decidedPost(),
                    RepairType.dueAt(kept));
        }
    }

    private final Records<Repair> repairs;
    private final RepairRights rights;

    RepairController(Records<Repair> repairs, RepairRights rights) {
        this.repairs = repairs;
        this.rights = rights;
    }

    @PostMapping
    @OpenTo(officers = true)
    ResponseEntity<View> ask(
            @Valid @RequestBody RepairRequest wanted, Caller caller, WriteRequest request) {
        var unit = caller.post().unitId();
        return repairs.open(
                        caller,
                        request,
                        (id, now) ->
                                RepairType.ASK.of(
                                        Repair.asked(
                                                Head.first(id, unit, null, now, null),
                                                wanted.place(),
                                                wanted.workshop(),
                                                wanted.defect())))
                .toResponse();
    }

    @PostMapping("/{id}/order")
    @OpenTo(officers = true, absent = Repair.KIND)
    ResponseEntity<View> order(
            @PathVariable String id,
            @Valid @RequestBody OrderRequest order,
            Caller caller,
            WriteRequest request) {
        return repairs.decide(
                        id,
                        order.decision(),
                        caller,
                        request,
                        repair -> rights.require("order", caller, repair),
                        (repair, now) -> RepairType.ORDER.of(repair.ordered(order.post())))
                .toResponse();
    }

    @PostMapping("/{id}/passing-on")
    @OpenTo(officers = true, absent = Repair.KIND)
    ResponseEntity<View> passOn(
            @PathVariable String id,
            @Valid @RequestBody PassingOnRequest passing,
            Caller caller,
            WriteRequest request) {
        return repairs.decide(
                        id,
                        passing.decision(),
                        caller,
                        request,
                        repair -> rights.require("passing-on", caller, repair),
                        (repair, now) -> RepairType.PASS_ON.of(repair.passedTo(passing.unitId())))
                .toResponse();
    }

    @PostMapping("/{id}/completion")
    @OpenTo(officers = true, absent = Repair.KIND)
    ResponseEntity<View> complete(
            @PathVariable String id,
            @Valid @RequestBody CompletionRequest completion,
            Caller caller,
            WriteRequest request) {
        return repairs.decide(
                        id,
                        completion.decision(),
                        caller,
                        request,
                        repair -> rights.require("completion", caller, repair),
                        (repair, now) -> RepairType.COMPLETE.of(repair.done(completion.work())))
                .toResponse();
    }

    @GetMapping("/{id}")
    ResponseEntity<View> read(@PathVariable String id, Caller caller) {
        var repair = View.of(repairs.read(id, caller));
        return ResponseEntity.ok().eTag(repair.version().etag()).body(repair);
    }

    @GetMapping("/{id}/history")
    ResponseEntity<Page<HistoryLine>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return repairs.history(id, caller, limit, cursor).toResponse();
    }

    @GetMapping("/{id}/deadlines")
    RecordDeadlines deadlines(@PathVariable String id, Caller caller, HttpServletRequest request) {
        return repairs.deadlines(id, caller, Problems.language(request));
    }

    @GetMapping("/{id}/custody")
    Page<CustodyTerm> custody(@PathVariable String id, Caller caller) {
        return repairs.custody(id, caller);
    }

    @GetMapping("/{id}/roles")
    Page<RoleTerm> roles(@PathVariable String id, Caller caller) {
        return repairs.roles(id, caller);
    }

    @GetMapping
    ResponseEntity<Page<View>> list(
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Set<RepairState> state,
            @RequestParam(required = false) @Nullable Set<Repair.Place> place,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable String post,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String decisionNumber,
            @RequestParam(required = false) haicap.platform.records.@Nullable View view,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        var filter =
                new Filter()
                        .ofUnit(unitId)
                        .in(state)
                        .with("place", place)
                        .open(open)
                        .overdue(overdue)
                        .dueBefore(dueBefore)
                        .decidedOn(post)
                        .numbered(number)
                        .decidedBy(decisionNumber)
                        .seenAs(view);
        return repairs.list(filter, caller, limit, cursor, View::of).toResponse();
    }
}
