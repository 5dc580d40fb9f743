package haicap.platform.records;

import static java.util.Objects.requireNonNull;

import haicap.platform.access.Caller;
import haicap.platform.authority.Ruling;
import haicap.platform.ids.Ids;
import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Moments;
import haicap.platform.web.Page;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Corrects what was mistyped of the records of one kind: the number of a decision, or its moment,
 * by which clocks went. One officer proposes it with a reason, another confirms it by a decision;
 * then the kind makes anew what followed from it. The former entry stays in the history. Safe for
 * all threads.
 */
public final class Corrections<R extends WorkRecord> {

    private final Records<R> records;
    private final RecordType<R> type;
    private final RecordKeeping keeping;

    Corrections(Records<R> records, RecordKeeping keeping) {
        this.records = records;
        this.type = records.type();
        this.keeping = keeping;
    }

    /** All that were proposed of a record, oldest first. */
    public Page<Correction> of(String id, Caller caller) {
        records.read(id, caller);
        return new Page<>(
                keeping.corrections.of(id).stream()
                        .map(RecordCorrectionTable.Row::correction)
                        .toList(),
                null);
    }

    /**
     * Proposes one; the record does not change by that.
     *
     * @param right the rule by which the caller may propose this, or its refusal
     */
    public Answer propose(
            String id,
            CorrectionRequest request,
            Caller caller,
            WriteRequest write,
            Function<Kept<R>, Ruling> right) {
        records.requireSeen(id, caller);
        return keeping.writes.answer(
                write,
                Locks.on(id),
                () -> {
                    var record = records.get(id);
                    requireNonNull(right.apply(record));
                    var now = Moments.now(keeping.clock);
                    var wrong = require(record.head(), request);
                    var correctionId = Ids.next("co");
                    keeping.corrections.add(correctionId, id, wrong, request, caller, now);
                    var kind = type.kind();
                    keeping.audit.wrote(
                            caller,
                            kind + ".correction-proposal",
                            kind,
                            id,
                            Map.of("correction", correctionId));
                    return Answer.created(
                            type.path() + "/" + id + "/corrections",
                            record.version(),
                            named(keeping.corrections.of(id), correctionId).correction());
                });
    }

    private boolean isOf(HistoryEntry entry, CorrectionRequest request) {
        return keeping.outbox.version(entry.counter()).toString().equals(request.entry());
    }

    private HistoryEntry require(Head head, CorrectionRequest request) {
        var history = history(head, keeping.corrections.of(head.id()));
        var wrong =
                history.stream()
                        .filter(entry -> isOf(entry, request))
                        .findFirst()
                        .orElseThrow(() ->
                                Refusal.invalid(
                                        "/entry",
                                        "no-such-entry",
                                        Map.of("entry", request.entry())));
        var number = request.decisionNumber();
        var at = request.at();
        var faults = new ArrayList<Fault>();
        if (number == null && at == null) {
            faults.add(new Fault("/at", "nothing-to-correct", Map.of()));
        }
        if (number != null && wrong.decisionNumber() == null) {
            faults.add(new Fault("/decisionNumber", "entry-without-decision", Map.of()));
        }
        if (at != null && wrong.decisionNumber() == null && !type.openedAsTold()) {
            faults.add(new Fault("/at", "recorded-moment", Map.of()));
        } else if (at != null) {
            var first = history.getFirst();
            boolean isFirst = wrong.counter() == first.counter();
            if (at.isAfter(wrong.recordedAt())) {
                faults.add(new Fault("/at", "after-recording", Map.of("at", wrong.recordedAt())));
            } else if (!isFirst && at.isBefore(first.at())) {
                faults.add(new Fault("/at", "instant-too-early", Map.of("from", first.at())));
            } else if (isFirst) {
                history.stream()
                        .filter(entry -> entry != first && at.isAfter(entry.at()))
                        .findFirst()
                        .ifPresent(entry ->
                                faults.add(
                                        new Fault(
                                                "/at",
                                                "after-later-entry",
                                                Map.of("at", entry.at()))));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return wrong;
    }

    /**
     * Confirms or rejects one.
     *
     * @param right the rule by which the caller may confirm this, or its refusal
     * @param anew what becomes of the record and of its clocks
     */
    public Answer decide(
            String id,
            String correctionId,
            CorrectionDecisionRequest request,
            Caller caller,
            WriteRequest write,
            Function<Kept<R>, Ruling> right,
            BiFunction<Kept<R>, Corrected, Outcome<R>> anew) {
        return records.decideOrLeave(
                id,
                request.decision(),
                caller,
                write,
                right,
                (before, now) -> {
                    var proposed = keeping.corrections.of(id);
                    var asked = requireUndecided(proposed, correctionId, caller);
                    if (!request.accepted()) {
                        decide(asked, Correction.State.REJECTED, request, before, caller, now);
                        return null;
                    }
                    var corrected = requireNotOvertaken(history(before.head(), proposed), asked);
                    decide(asked, Correction.State.CONFIRMED, request, before, caller, now);
                    keeping.terms.corrected(id, corrected);
                    return anew.apply(before, corrected);
                });
    }

    /**
     * The same of a kind whose clocks go by the moments of recording: whatever was mistyped, they
     * run on.
     *
     * @param anew how the record is to be read now
     */
    public Answer decideOnRecorded(
            String id,
            String correctionId,
            CorrectionDecisionRequest request,
            Caller caller,
            WriteRequest write,
            Function<Kept<R>, Ruling> right,
            BiFunction<R, Corrected, R> anew) {
        var deed = new Deed("correction", type.told().aggregate() + "Corrected");
        return decide(
                id,
                correctionId,
                request,
                caller,
                write,
                right,
                (before, corrected) ->
                        deed.of(anew.apply(before.record(), corrected)).with(before.deadlines()));
    }

    private void decide(
            Correction correction,
            Correction.State state,
            CorrectionDecisionRequest request,
            Kept<R> record,
            Caller by,
            Instant now) {
        keeping.corrections.decide(correction.id(), state, request.decision(), by, now);
        var kind = type.kind();
        var action = state == Correction.State.CONFIRMED ? "confirmation" : "rejection";
        keeping.audit.wrote(
                by,
                kind + ".correction-" + action,
                kind,
                record.head().id(),
                Map.of("correction", correction.id()));
    }

    private static Correction requireUndecided(
            List<RecordCorrectionTable.Row> proposed, String correctionId, Caller caller) {
        var found = named(proposed, correctionId);
        var correction = found.correction();
        if (correction.state() != Correction.State.PROPOSED) {
            throw Refusal.conflict(
                    "correction-decided", Map.of("id", correctionId, "state", correction.state()));
        }
        if (found.proposedBy().equals(caller.name())) {
            throw Refusal.forbidden("own-correction", Map.of("id", correctionId));
        }
        return correction;
    }

    /** What it makes of the history; refuses with 409 where its entry reads otherwise by now. */
    private static Corrected requireNotOvertaken(
            List<HistoryEntry> history, Correction correction) {
        var was =
                history.stream()
                        .filter(each -> each.counter() == correction.entry().counter())
                        .findFirst()
                        .orElseThrow();
        if (!was.at().equals(correction.atBefore())
                || !Objects.equals(was.decisionNumber(), correction.decisionNumberBefore())) {
            throw Refusal.conflict("correction-overtaken", Map.of("id", correction.id()));
        }
        return new Corrected(
                was, history.stream().map(entry -> read(entry, List.of(correction))).toList());
    }

    private static RecordCorrectionTable.Row named(
            List<RecordCorrectionTable.Row> proposed, String correctionId) {
        return proposed.stream()
                .filter(row -> row.correction().id().equals(correctionId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("correction", correctionId));
    }

    /** Every entry as it is to be read now. */
    public List<HistoryEntry> history(String id) {
        return history(records.get(id).head(), keeping.corrections.of(id));
    }

    private List<HistoryEntry> history(Head head, List<RecordCorrectionTable.Row> proposed) {
        var confirmed =
                proposed.stream()
                        .map(RecordCorrectionTable.Row::correction)
                        .filter(each -> each.state() == Correction.State.CONFIRMED)
                        .sorted(Comparator.comparing(each -> requireNonNull(each.decidedAt())))
                        .toList();
        return keeping.history.all(head.id(), head.openedAt()).stream()
                .map(entry -> read(entry, confirmed))
                .toList();
    }

    private static HistoryEntry read(HistoryEntry entry, List<Correction> corrections) {
        var read = entry;
        for (var correction : corrections) {
            if (correction.entry().counter() == entry.counter()) {
                read = read.corrected(correction.decisionNumber(), correction.at());
            }
        }
        return read;
    }
}
