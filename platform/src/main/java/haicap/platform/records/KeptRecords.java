package haicap.platform.records;

import haicap.platform.access.Caller;
import haicap.platform.deadlines.RunningDeadlines;
import haicap.platform.events.OutboundEvent;
import haicap.platform.events.PublicState;
import haicap.platform.problems.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How the records of one kind are kept, and what is told of them. Safe for all threads. */
final class KeptRecords<R extends WorkRecord> {

    private final RecordType<R> type;
    private final Projection<R> projection;
    private final RecordKeeping keeping;

    KeptRecords(RecordType<R> type, Projection<R> projection, RecordKeeping keeping) {
        this.type = type;
        this.projection = projection;
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
                custodian(record.head().unitId()),
                concerned(record));
    }

    private Map<String, String> concerned(R record) {
        var today = new HashMap<String, String>();
        type.concerned()
                .forEach((attribute, unit) -> {
                    var named = unit.apply(record);
                    if (named != null) {
                        today.put(attribute, custodian(named));
                    }
                });
        return today;
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
     * Saves what became of records, with their clocks, their histories, the posts and units that
     * they had, and what the kind keeps beside them: by one statement for each table. New ones are
     * given their numbers.
     */
    List<Kept<R>> save(
            List<Entry<R>> entries, @Nullable Decision decision, Caller by, Instant now) {
        var numbers = keeping.numbers.next(newHeads(entries), type);
        var kept = entries.stream().map(entry -> kept(entry, numbers, now)).toList();
        saveRows(kept, now);
        var lines = new ArrayList<RecordHistoryTable.Line>();
        for (int i = 0; i < kept.size(); i++) {
            var entry = entries.get(i);
            var before = entry.before();
            var after = kept.get(i);
            keeping.clocks.save(after.head().id(), entry.ran(), after.deadlines());
            lines.add(
                    new RecordHistoryTable.Line(after.head(), entry.done(), changes(entry, after)));
            if (before != null) {
                keepFormer(before.head(), after.head(), decision == null ? now : decision.at());
            }
        }
        keeping.history.append(lines, decision, by, now);
        projection.saved(
                IntStream.range(0, kept.size())
                        .mapToObj(i -> entries.get(i).done().as(kept.get(i).record()))
                        .toList());
        return kept;
    }

    private void saveRows(List<Kept<R>> kept, Instant now) {
        var byNewness =
                kept.stream()
                        .map(this::row)
                        .collect(Collectors.partitioningBy(row -> row.head().counter() == 1));
        keeping.table.add(byNewness.getOrDefault(true, List.of()), type, now);
        keeping.table.change(byNewness.getOrDefault(false, List.of()), type, now);
    }

    private static <R extends WorkRecord> List<Head> newHeads(List<Entry<R>> entries) {
        return entries.stream()
                .filter(entry -> entry.before() == null)
                .map(entry -> entry.done().after().head())
                .toList();
    }

    private Kept<R> kept(Entry<R> entry, Map<String, String> numbers, Instant now) {
        var record = entry.done().after();
        var number = numbers.get(record.head().id());
        return kept(
                number == null
                        ? record
                        : RecordJson.with(type.type(), record, record.head().numbered(number)),
                clocks(entry.ran(), entry.done(), now));
    }

    private Map<String, Change> changes(Entry<R> entry, Kept<R> after) {
        var before = entry.before();
        var changes =
                before == null
                        ? new LinkedHashMap<String, Change>()
                        : Change.between(state(before), state(after));
        changes.putAll(entry.done().noted());
        return changes;
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

    /**
     * Announces what was entered.
     *
     * @param happened where a deed says nothing else; null for nothing, whatever a deed says
     */
    void announce(
            List<Kept<R>> kept, List<Entry<R>> entries, Instant now, @Nullable Happened happened) {
        keeping.outbox.append(
                IntStream.range(0, kept.size())
                        .mapToObj(i -> {
                            var done = entries.get(i).done();
                            var told =
                                    happened == null || done.happened() == null
                                            ? happened
                                            : done.happened();
                            return announcement(kept.get(i), done.deed().event(), now, told);
                        })
                        .toList());
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
