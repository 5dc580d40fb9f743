package haicap.platform.records;

import static java.util.Objects.requireNonNull;

import haicap.platform.access.Caller;
import haicap.platform.ids.Ids;
import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
import haicap.platform.web.Page;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Corrects what was mistyped of the records of one kind: the number of a decision, or its moment,
 * by which clocks went. One officer proposes it with a reason, another confirms it by a decision;
 * then the kind makes anew what followed from it. The former entry stays in the history. Safe for
 * all threads.
 */
public final class Corrections<R extends WorkRecord> {

    private final Records<R> records;
    private final RecordKeeping keeping;

    Corrections(Records<R> records, RecordKeeping keeping) {
        this.records = records;
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
     * @param right refuses a caller who may see the record but not propose this
     */
    public Answer propose(
            String id,
            CorrectionRequest request,
            Caller caller,
            WriteRequest write,
            Consumer<R> right) {
        records.requireSeen(id, caller);
        return keeping.writes.answer(
                write,
                Locks.on(id),
                () -> {
                    right.accept(records.get(id).record());
                    var now = keeping.clock.instant().truncatedTo(ChronoUnit.MICROS);
                    var wrong = require(id, request);
                    var correctionId = Ids.next("co");
                    keeping.corrections.add(correctionId, id, wrong, request, caller, now);
                    var kind = records.type().kind();
                    keeping.audit.wrote(
                            caller,
                            kind + ".correction-proposal",
                            kind,
                            id,
                            Map.of("correction", correctionId));
                    return Answer.created(
                            records.type().path() + "/" + id + "/corrections",
                            records.get(id).version(),
                            found(id, correctionId).correction());
                });
    }

    private boolean isOf(HistoryEntry entry, CorrectionRequest request) {
        return keeping.outbox.version(entry.counter()).toString().equals(request.entry());
    }

    private HistoryEntry require(String id, CorrectionRequest request) {
        var history = history(id);
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
        if (at != null) {
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
     * @param right refuses a caller who may see the record but not confirm this
     * @param anew what becomes of the record and of its clocks
     */
    public Answer decide(
            String id,
            String correctionId,
            CorrectionDecisionRequest request,
            Caller caller,
            WriteRequest write,
            Consumer<R> right,
            BiFunction<Kept<R>, Corrected, Outcome<R>> anew) {
        return records.decideOrLeave(
                id,
                request.decision(),
                caller,
                write,
                right,
                (before, now) -> {
                    requireUndecided(id, correctionId, caller);
                    if (!request.accepted()) {
                        decide(
                                correctionId,
                                Correction.State.REJECTED,
                                request,
                                before,
                                caller,
                                now);
                        return null;
                    }
                    var was = requireNotOvertaken(id, correctionId);
                    decide(correctionId, Correction.State.CONFIRMED, request, before, caller, now);
                    var corrected = new Corrected(was, history(id));
                    var is = corrected.is();
                    keeping.custody.corrected(id, is.counter() - 1, was.at(), is.at());
                    keeping.roles.corrected(id, is.counter() - 1, was.at(), is.at());
                    return anew.apply(before, corrected);
                });
    }

    private void decide(
            String correctionId,
            Correction.State state,
            CorrectionDecisionRequest request,
            Kept<R> record,
            Caller by,
            Instant now) {
        keeping.corrections.decide(correctionId, state, request.decision(), by, now);
        var kind = records.type().kind();
        var action = state == Correction.State.CONFIRMED ? "confirmation" : "rejection";
        keeping.audit.wrote(
                by,
                kind + ".correction-" + action,
                kind,
                record.head().id(),
                Map.of("correction", correctionId));
    }

    private void requireUndecided(String id, String correctionId, Caller caller) {
        var found = found(id, correctionId);
        if (found.correction().state() != Correction.State.PROPOSED) {
            throw Refusal.conflict(
                    "correction-decided",
                    Map.of("id", correctionId, "state", found.correction().state()));
        }
        if (found.proposedBy().equals(caller.name())) {
            throw Refusal.forbidden("own-correction", Map.of("id", correctionId));
        }
    }

    /** The entry that it is about; refuses with 409 when that reads otherwise by now. */
    private HistoryEntry requireNotOvertaken(String id, String correctionId) {
        var correction = found(id, correctionId).correction();
        var entry =
                history(id).stream()
                        .filter(each -> each.counter() == correction.entry().counter())
                        .findFirst()
                        .orElseThrow();
        if (!entry.at().equals(correction.atBefore())
                || !Objects.equals(entry.decisionNumber(), correction.decisionNumberBefore())) {
            throw Refusal.conflict("correction-overtaken", Map.of("id", correctionId));
        }
        return entry;
    }

    private RecordCorrectionTable.Row found(String id, String correctionId) {
        return keeping.corrections
                .find(id, correctionId)
                .orElseThrow(() -> Refusal.notFound("correction", correctionId));
    }

    /** Every entry as it is to be read now. */
    public List<HistoryEntry> history(String id) {
        var confirmed =
                keeping.corrections.of(id).stream()
                        .map(RecordCorrectionTable.Row::correction)
                        .filter(each -> each.state() == Correction.State.CONFIRMED)
                        .sorted(Comparator.comparing(each -> requireNonNull(each.decidedAt())))
                        .toList();
        return keeping.history.all(id, openedAt(id)).stream()
                .map(entry -> read(entry, confirmed))
                .toList();
    }

    private Instant openedAt(String id) {
        return records.get(id).head().openedAt();
    }

    private static HistoryEntry read(HistoryEntry entry, List<Correction> confirmed) {
        var read = entry;
        for (var correction : confirmed) {
            if (correction.entry().counter() == entry.counter()) {
                read = read.corrected(correction.decisionNumber(), correction.at());
            }
        }
        return read;
    }
}
