package haicap.platform.papers;

import haicap.platform.access.Caller;
import haicap.platform.ids.Ids;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Change;
import haicap.platform.records.Filed;
import haicap.platform.records.Head;
import haicap.platform.records.Records;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Numbers that others gave records, by which they are found as by their own. Safe for all threads.
 */
@Component
class References {

    /** More than anybody gives one record; it is told with each of its events. */
    private static final int MOST = 50;

    /** What is told of one. */
    private record Told(Instant at, String byPost, ReferenceSystem system, String number) {}

    private final ReferenceTable table;
    private final Cursors cursors;

    References(ReferenceTable table, Cursors cursors) {
        this.table = table;
        this.cursors = cursors;
    }

    Answer add(
            Records<?> records,
            String id,
            ReferenceRequest told,
            Caller caller,
            WriteRequest request) {
        return records.filing()
                .file(
                        id,
                        null,
                        Locks.none(),
                        caller,
                        request,
                        (head, now) -> added(records, head, told, caller, now));
    }

    private Filed added(
            Records<?> records, Head head, ReferenceRequest told, Caller caller, Instant now) {
        var faults = Dated.check(told.dated(), now);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        var known = table.of(head.id(), records.foundBy(), "", MOST);
        if (known.stream().anyMatch(row -> isSame(row.reference(), told))) {
            throw Refusal.conflict(
                    "reference-known", Map.of("id", head.id(), "number", told.number()));
        }
        if (known.size() == MOST) {
            throw Refusal.conflict("too-many-references", Map.of("id", head.id(), "most", MOST));
        }
        table.add(Ids.next("rn"), head.id(), told, caller, now);
        var post = caller.post().postId();
        return new Filed(
                "reference",
                "ReferenceAdded",
                head.next().referredToAs(told.number()),
                new Told(now, post, told.system(), told.number()),
                Map.of("reference", new Change(null, told.number())),
                "/references",
                new RecordReference(told.system(), told.number(), told.dated(), now, post));
    }

    private static boolean isSame(RecordReference known, ReferenceRequest told) {
        return known.system() == told.system() && known.number().equals(told.number());
    }

    Page<RecordReference> of(
            Records<?> records, String id, Caller caller, Limit limit, @Nullable String cursor) {
        records.read(id, caller);
        var after = cursor == null ? "" : cursors.open(cursor, 1).getFirst();
        var rows =
                Page.of(
                        table.of(id, records.foundBy(), after, limit.value() + 1),
                        limit,
                        row -> cursors.seal(row.place()));
        return new Page<>(
                rows.items().stream().map(ReferenceTable.Row::reference).toList(), rows.next());
    }
}
