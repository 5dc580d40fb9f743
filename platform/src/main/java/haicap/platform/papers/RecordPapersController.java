package haicap.platform.papers;

import haicap.platform.access.Caller;
import haicap.platform.access.OfKind;
import haicap.platform.access.OpenTo;
import haicap.platform.records.Records;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** The addresses of what lies beside the records of one kind. */
@OfEveryKind
class RecordPapersController implements OfKind {

    private static final String RECORD = "record";

    private final Records<?> records;
    private final Documents documents;
    private final Links links;
    private final References references;

    RecordPapersController(
            Records<?> records, Documents documents, Links links, References references) {
        this.records = records;
        this.documents = documents;
        this.links = links;
        this.references = references;
    }

    @Override
    public String kind() {
        return records.kind();
    }

    @PostMapping("/{id}/documents")
    @OpenTo(officers = true, absent = RECORD)
    ResponseEntity<RecordDocument> addDocument(
            @PathVariable String id,
            @Valid @RequestBody DocumentRequest document,
            Caller caller,
            WriteRequest request) {
        return documents.add(records, id, document, caller, request).toResponse();
    }

    @PostMapping("/{id}/documents/{documentId}/withdrawal")
    @OpenTo(officers = true, absent = RECORD)
    ResponseEntity<RecordDocument> withdrawDocument(
            @PathVariable String id,
            @PathVariable String documentId,
            @Valid @RequestBody WithdrawalRequest withdrawal,
            Caller caller,
            WriteRequest request) {
        return documents
                .withdraw(records, id, documentId, withdrawal, caller, request)
                .toResponse();
    }

    @GetMapping("/{id}/documents")
    ResponseEntity<Page<RecordDocument>> documents(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return documents.of(records, id, caller, limit, cursor).toResponse();
    }

    @PostMapping("/{id}/links")
    @OpenTo(officers = true, absent = RECORD)
    ResponseEntity<RecordLink> link(
            @PathVariable String id,
            @Valid @RequestBody LinkRequest link,
            Caller caller,
            WriteRequest request) {
        return links.make(records, id, link, caller, request).toResponse();
    }

    @GetMapping("/{id}/links")
    ResponseEntity<Page<RecordLink>> links(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return links.of(records, id, caller, limit, cursor).toResponse();
    }

    @PostMapping("/{id}/references")
    @OpenTo(officers = true, absent = RECORD)
    ResponseEntity<RecordReference> addReference(
            @PathVariable String id,
            @Valid @RequestBody ReferenceRequest reference,
            Caller caller,
            WriteRequest request) {
        return references.add(records, id, reference, caller, request).toResponse();
    }

    @GetMapping("/{id}/references")
    ResponseEntity<Page<RecordReference>> references(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return references.of(records, id, caller, limit, cursor).toResponse();
    }
}
