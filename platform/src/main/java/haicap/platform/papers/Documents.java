package haicap.platform.papers;

import haicap.platform.access.Caller;
import haicap.platform.ids.Ids;
import haicap.platform.problems.Fault;
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
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Documents of records, by reference: added, withdrawn, never deleted. Safe for all threads. */
@Component
class Documents {

    private static final String PLACE = "/documents";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N} ._/()#-]+");

    /** What is told of either. */
    private record Told(Instant at, String byPost, String documentNumber) {}

    private final DocumentTable table;
    private final Cursors cursors;

    Documents(DocumentTable table, Cursors cursors) {
        this.table = table;
        this.cursors = cursors;
    }

    Answer add(
            Records<?> records,
            String id,
            DocumentRequest told,
            Caller caller,
            WriteRequest request) {
        return records.filing()
                .file(
                        id,
                        null,
                        Locks.none(),
                        caller,
                        request,
                        (head, now) -> added(head, told, caller, now));
    }

    private Filed added(Head head, DocumentRequest told, Caller caller, Instant now) {
        require(told, now);
        if (table.has(head.id(), told.number())) {
            throw Refusal.conflict(
                    "document-known", Map.of("id", head.id(), "number", told.number()));
        }
        var documentId = Ids.next("do");
        table.add(documentId, head.id(), told, caller, now);
        return new Filed(
                "document",
                "DocumentAdded",
                head.next(),
                new Told(now, caller.post().postId(), told.number()),
                Map.of("document", new Change(null, told.number())),
                PLACE,
                find(head.id(), documentId));
    }

    private static void require(DocumentRequest told, Instant now) {
        var faults = new ArrayList<>(Dated.check(told.dated(), now));
        var digest = told.sha256();
        if (digest != null && !DIGEST.matcher(digest).matches()) {
            faults.add(new Fault("/sha256", "digest-unreadable", Map.of()));
        }
        if (!REFERENCE.matcher(told.liesAt()).matches() || told.liesAt().contains("//")) {
            faults.add(new Fault("/liesAt", "no-place-of-papers", Map.of()));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    Answer withdraw(
            Records<?> records,
            String id,
            String documentId,
            WithdrawalRequest told,
            Caller caller,
            WriteRequest request) {
        return records.filing()
                .file(
                        id,
                        null,
                        Locks.none(),
                        caller,
                        request,
                        (head, now) -> withdrawn(head, documentId, told.reason(), caller, now));
    }

    private Filed withdrawn(
            Head head, String documentId, String reason, Caller caller, Instant now) {
        var document = find(head.id(), documentId);
        if (document.withdrawnAt() != null) {
            throw Refusal.conflict("document-withdrawn", Map.of("id", documentId));
        }
        table.withdraw(documentId, reason, caller, now);
        return new Filed(
                "document-withdrawal",
                "DocumentWithdrawn",
                head.next(),
                new Told(now, caller.post().postId(), document.number()),
                Map.of("document", new Change(document.number(), null)),
                null,
                find(head.id(), documentId));
    }

    private RecordDocument find(String id, String documentId) {
        return table.find(id, documentId)
                .orElseThrow(() -> Refusal.notFound("document", documentId));
    }

    Page<RecordDocument> of(
            Records<?> records, String id, Caller caller, Limit limit, @Nullable String cursor) {
        records.read(id, caller);
        var after = cursor == null ? "" : cursors.open(cursor, 1).getFirst();
        return Page.of(
                table.of(id, after, limit.value() + 1),
                limit,
                document -> cursors.seal(document.id()));
    }
}
