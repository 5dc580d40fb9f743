package haicap.inspection.findings;

import haicap.inspection.findings.FindingLists.Line;
import haicap.inspection.findings.FindingLists.Wish;
import haicap.inspection.findings.RemedyFinding.Done;
import haicap.inspection.findings.ReopenFinding.Reopening;
import haicap.inspection.findings.ReplyToFinding.Said;
import haicap.inspection.findings.VerifyFinding.Verification;
import haicap.inspection.history.Histories;
import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
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

@RestController
@RequestMapping("/api/v1/findings")
class FindingController {

    private final RemedyFinding remedy;
    private final VerifyFinding verify;
    private final ReopenFinding reopen;
    private final ReplyToFinding reply;
    private final ReadFinding read;
    private final FindingLists lists;

    FindingController(
            RemedyFinding remedy,
            VerifyFinding verify,
            ReopenFinding reopen,
            ReplyToFinding reply,
            ReadFinding read,
            FindingLists lists) {
        this.remedy = remedy;
        this.verify = verify;
        this.reopen = reopen;
        this.reply = reply;
        this.read = read;
        this.lists = lists;
    }

    @PostMapping("/{id}/remedy")
    @OpenTo(officers = true, absent = Finding.KIND)
    ResponseEntity<FindingView> remedy(
            @PathVariable String id,
            @Valid @RequestBody Done done,
            Caller caller,
            WriteRequest request) {
        return remedy.remedy(id, done, caller, request).toResponse();
    }

    @PostMapping("/{id}/verification")
    @OpenTo(officers = true, absent = Finding.KIND)
    ResponseEntity<FindingView> verify(
            @PathVariable String id,
            @Valid @RequestBody Verification verification,
            Caller caller,
            WriteRequest request) {
        return verify.verify(id, verification, caller, request).toResponse();
    }

    @PostMapping("/{id}/reopening")
    @OpenTo(officers = true, absent = Finding.KIND)
    ResponseEntity<FindingView> reopen(
            @PathVariable String id,
            @Valid @RequestBody Reopening reopening,
            Caller caller,
            WriteRequest request) {
        return reopen.reopen(id, reopening, caller, request).toResponse();
    }

    @PostMapping("/{id}/reply")
    @OpenTo(officers = true, absent = Finding.KIND)
    ResponseEntity<Replies.Reply> reply(
            @PathVariable String id,
            @Valid @RequestBody Said said,
            Caller caller,
            WriteRequest request) {
        return reply.reply(id, said, caller, request).toResponse();
    }

    @GetMapping("/{id}")
    ResponseEntity<FindingView> read(@PathVariable String id, Caller caller) {
        var finding = read.read(id, caller);
        return ResponseEntity.ok().eTag(finding.version().etag()).body(finding);
    }

    @GetMapping("/{id}/replies")
    Page<Replies.Reply> replies(@PathVariable String id, Caller caller) {
        return read.replies(id, caller);
    }

    @GetMapping("/{id}/history")
    ResponseEntity<Page<Histories.Line>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        return read.history(id, caller, limit, cursor).toResponse();
    }

    @GetMapping
    ResponseEntity<Page<Line>> list(
            @RequestParam(required = false) @Nullable String visitId,
            @RequestParam(required = false) @Nullable String campaignId,
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Set<FindingState> state,
            @RequestParam(required = false) @Nullable Set<Topic> topic,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        var wish = new Wish(visitId, campaignId, unitId, state, topic, overdue);
        return lists.list(wish, caller, limit, cursor).toResponse();
    }
}
