package haicap.inspection.findings;

import haicap.inspection.findings.FindingController.ReplyRequest;
import haicap.inspection.findings.Replies.Reply;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.ids.Ids;
import haicap.platform.records.Records;
import haicap.platform.time.Moments;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The right of reply: what the unit says stands beside the finding. The finding itself does not
 * change, so nothing is announced and no version is asked for.
 */
@Component
class ReplyToFinding {

    private final Writes writes;
    private final Records<Finding> findings;
    private final FindingRights rights;
    private final Replies replies;
    private final Audit audit;
    private final Clock clock;

    ReplyToFinding(
            Writes writes,
            Records<Finding> findings,
            FindingRights rights,
            Replies replies,
            Audit audit,
            Clock clock) {
        this.writes = writes;
        this.findings = findings;
        this.rights = rights;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    Answer reply(String id, ReplyRequest said, Caller caller, WriteRequest request) {
        var finding = findings.requireSeen(id, caller).record();
        return writes.answer(
                request,
                Locks.none(),
                () -> {
                    rights.require("reply", caller, finding);
                    var now = Moments.now(clock);
                    var decision = said.decision();
                    decision.require(finding.head().openedAt(), now);
                    var reply =
                            new Reply(
                                    Ids.next("re"),
                                    said.text(),
                                    now,
                                    caller.post().postId(),
                                    decision.number());
                    replies.append(reply, id, caller.name(), decision);
                    audit.wrote(caller, "finding.reply", Finding.KIND, id, Map.of());
                    return new Answer(
                            201,
                            "/api/v1/findings/" + id + "/replies",
                            null,
                            MediaType.APPLICATION_JSON_VALUE,
                            reply);
                });
    }
}
