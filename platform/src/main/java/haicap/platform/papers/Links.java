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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Links between records. Both ends show those within this service, each to whoever sees the other
 * end. A link to a record of another service is kept here alone: it is shown to those who may lay
 * papers beside the record that names it, for nobody here can tell who sees the other end. Safe for
 * all threads.
 */
@Component
class Links {

    private static final String POINTER = "/recordId";

    /** What is told of one. */
    private record Told(Instant at, String byPost, LinkType type, String recordId) {}

    private final LinkTable table;
    private final KindsOfRecords kinds;
    private final Cursors cursors;

    Links(LinkTable table, KindsOfRecords kinds, Cursors cursors) {
        this.table = table;
        this.kinds = kinds;
        this.cursors = cursors;
    }

    Answer make(
            Records<?> records, String id, LinkRequest told, Caller caller, WriteRequest request) {
        return records.filing()
                .file(
                        id,
                        told.decision(),
                        Locks.on(told.recordId()),
                        caller,
                        request,
                        (head, now) -> made(head, told, caller, now));
    }

    private Filed made(Head head, LinkRequest told, Caller caller, Instant now) {
        var target = told.recordId();
        require(head, told, caller);
        var decision = told.decision();
        var link =
                new LinkTable.Row(
                        Ids.next("li"),
                        told.type(),
                        head.id(),
                        target,
                        decision.number(),
                        decision.at(),
                        now,
                        caller.post().postId());
        table.add(link, caller);
        return new Filed(
                "link",
                "Linked",
                head.next(),
                new Told(now, link.byPost(), told.type(), target),
                Map.of("link", new Change(null, String.valueOf(told.type()))),
                "/links",
                shown(link, head.id()));
    }

    private void require(Head head, LinkRequest told, Caller caller) {
        var target = told.recordId();
        if (target.equals(head.id())) {
            throw Refusal.invalid(POINTER, "link-to-itself", Map.of());
        }
        if (!kinds.mayBeNamed(caller, target)) {
            throw Refusal.invalid(POINTER, "record-unknown", Map.of("id", target));
        }
        boolean parent = target.equals(head.parentId()) || kinds.parentOf(target).equals(head.id());
        if (told.type() == LinkType.ARISES_FROM && parent) {
            throw Refusal.invalid(POINTER, "link-of-parent", Map.of("id", target));
        }
        if (table.has(told.type(), head.id(), target)) {
            throw Refusal.conflict(
                    "link-known", Map.of("id", head.id(), "type", told.type(), "other", target));
        }
    }

    Page<RecordLink> of(
            Records<?> records, String id, Caller caller, Limit limit, @Nullable String cursor) {
        records.read(id, caller);
        var after = cursor == null ? "" : cursors.open(cursor, 1).getFirst();
        var found =
                Page.of(
                        table.of(id, after, limit.value() + 1),
                        limit,
                        link -> cursors.seal(link.id()));
        boolean files = records.filing().isOpenTo(caller, id);
        return new Page<>(
                found.items().stream().flatMap(link -> seen(link, id, caller, files)).toList(),
                found.next());
    }

    private Stream<RecordLink> seen(LinkTable.Row link, String id, Caller caller, boolean files) {
        var other = other(link, id);
        boolean seen = kinds.own(other).map(kind -> kind.sees(caller, other)).orElse(files);
        return seen ? Stream.of(shown(link, id)) : Stream.empty();
    }

    private static String other(LinkTable.Row link, String id) {
        return link.fromId().equals(id) ? link.toId() : link.fromId();
    }

    private RecordLink shown(LinkTable.Row link, String id) {
        var other = other(link, id);
        return new RecordLink(
                link.id(),
                link.type(),
                link.fromId().equals(id),
                other,
                kinds.kind(other).orElseThrow(),
                link.decisionNumber(),
                link.decidedAt(),
                link.madeAt(),
                link.byPost());
    }
}
