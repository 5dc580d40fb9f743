package haicap.inspection.findings;

import haicap.inspection.findings.Replies.Reply;
import haicap.inspection.history.Histories;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows one finding to those who may see it. Reading its text is recorded. */
@Component
class ReadFinding {

    private final Findings findings;
    private final Authority authority;
    private final FindingViews views;
    private final Replies replies;
    private final Histories histories;
    private final Audit audit;

    ReadFinding(
            Findings findings,
            Authority authority,
            FindingViews views,
            Replies replies,
            Histories histories,
            Audit audit) {
        this.findings = findings;
        this.authority = authority;
        this.views = views;
        this.replies = replies;
        this.histories = histories;
        this.audit = audit;
    }

    FindingView read(String id, Caller caller) {
        return views.of(seen(id, caller));
    }

    Page<Histories.Line> history(String id, Caller caller, Limit limit, @Nullable String cursor) {
        seen(id, caller);
        return histories.of(id, limit, cursor);
    }

    Page<Reply> replies(String id, Caller caller) {
        seen(id, caller);
        return new Page<>(replies.of(id), null);
    }

    private Finding seen(String id, Caller caller) {
        var finding = findings.get(id);
        authority.requireSight(caller, finding);
        audit.read(caller, Finding.KIND, id);
        return finding;
    }
}
