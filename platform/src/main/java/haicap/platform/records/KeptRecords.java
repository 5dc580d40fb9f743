package haicap.platform.records;

import haicap.platform.access.Caller;
import haicap.platform.deadlines.RunningDeadlines;
import haicap.platform.events.OutboundEvent;
import haicap.platform.events.PublicState;
import haicap.platform.problems.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How the records of one kind are kept, and what is told of them. Safe for all threads. */
final class KeptRecords<R extends WorkRecord> {

    private final RecordType<R> type;
    private final RecordKeeping keeping;

    KeptRecords(RecordType<R> type, RecordKeeping keeping) {
        this.type = type;
        this.keeping = keeping;
    }

    RecordType<R> type() {
        return type;
    }

    /**
     * The record of that id.
     *
     * @throws Refusal 404 when there is none
     */
    Kept<R> get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound(type.kind(), id));
    }

    /** The same; empty when there is none. */
    Optional<Kept<R>> find(String id) {
        return keeping.table.find(type.kind(), id).map(row -> of(List.of(row)).getFirst());
    }

    /** The records of these rows, in their order. */
    List<Kept<R>> of(List<RecordTable.Row> rows) {
        var law = type.law();
        var ids = rows.stream().map(row -> row.head().id()).toList();
        var clocks = law == null ? Map.<String, RunningDeadlines>of() : keeping.clocks.of(ids, law);
        return rows.stream()
                .map(row ->
                        kept(
                                RecordJson.record(type.type(), row.head(), row.body(), row.texts()),
                                clocks.getOrDefault(row.head().id(), RunningDeadlines.NONE)))
                .toList();
    }

    private Kept<R> kept(R record, RunningDeadlines deadlines) {
        return new Kept<>(
                record,
                deadlines,
                keeping.outbox.version(record.head().counter()),
                custodian(record.head().unitId()));
    }

    /** The unit whose matter it is today. */
    String custodian(String storedUnit) {
        return keeping.accessScope.custodian(storedUnit, type.objectClass());
    }

    /** Its row: whatever is not body or texts follows from them and the clocks. */
    RecordTable.Row row(Kept<R> kept) {
        var record = kept.record();
        return new RecordTable.Row(
                record.head(),
                record.state().name(),
                type.openWhile().test(kept),
                type.dueAt().apply(kept),
                RecordJson.body(record),
                RecordJson.text(record.texts()),
                PublicState.of(told(kept)));
    }

    /**
     * Saves what became of a record, with its clocks, its history, and the post and unit that it
     * had.
     *
     * @param before null for a new one, which is given its number
     */
    Kept<R> save(
            @Nullable Kept<R> before,
            Outcome<R> done,
            @Nullable Decision decision,
            Caller by,
            Instant now) {
        var record = before == null ? numbered(done.after()) : done.after();
        var head = record.head();
        var ran = before == null ? RunningDeadlines.NONE : before.deadlines();
        var runs = clocks(ran, done, now);
        var after = kept(record, runs);
        keeping.table.save(row(after), type, now);
        keeping.clocks.save(head.id(), ran, runs);
        var changes =
                before == null
                        ? new LinkedHashMap<String, Change>()
                        : Change.between(state(before), state(after));
        changes.putAll(done.noted());
        keeping.history.append(head, done.deed().action(), decision, changes, by, now);
        if (before != null) {
            keepFormer(before.head(), head, decision == null ? now : decision.at());
        }
        return after;
    }

    private R numbered(R first) {
        var head = first.head();
        return RecordJson.with(type.type(), first, head.numbered(keeping.numbers.next(head, type)));
    }

    private RunningDeadlines clocks(RunningDeadlines ran, Outcome<R> done, Instant now) {
        var law = type.law();
        if (done.clocks() != null) {
            return done.clocks();
        }
        return law == null ? ran : law.after(ran, done.deed().occurrences(), now);
    }

    private void keepFormer(Head before, Head after, Instant until) {
        if (!Objects.equals(before.decidedPost(), after.decidedPost())) {
            keeping.roles.ended(before, until);
        }
        if (!before.unitId().equals(after.unitId())) {
            keeping.custody.ended(before, until);
        }
    }

    private Record state(Kept<R> kept) {
        return type.told().state().apply(kept);
    }

    /** The public state of the kind, with what all kinds tell. */
    private ObjectNode told(Kept<R> kept) {
        var state = PublicState.tree(state(kept));
        var numbers = state.putArray("referenceNumbers");
        kept.head().referenceNumbers().forEach(numbers::add);
        return state;
    }

    /** Announces something about a record in its present version. */
    void announce(Kept<R> kept, String event, Instant at, @Nullable Object happened) {
        keeping.outbox.append(announcement(kept, event, at, happened));
    }

    OutboundEvent announcement(Kept<R> kept, String event, Instant at, @Nullable Object happened) {
        var told = type.told();
        return new OutboundEvent(
                told.topic(),
                kept.head().id(),
                told.aggregate(),
                told.type(event),
                kept.head().unitId(),
                kept.head().counter(),
                at,
                happened,
                told(kept));
    }
}
