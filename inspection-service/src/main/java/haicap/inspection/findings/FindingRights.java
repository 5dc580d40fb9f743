package haicap.inspection.findings;

import haicap.inspection.Oversight;
import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.problems.Refusal;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Who may do what to a finding: its owner's unit remedies and replies; the visit's leader or the
 * staff office verifies and reopens. A finding is not closed by its owner, nor by the officer who
 * signed the remedy.
 */
@Component
class FindingRights {

    private final AccessScope accessScope;

    FindingRights(AccessScope accessScope) {
        this.accessScope = accessScope;
    }

    void requireOwner(Caller caller, Finding finding) {
        if (!actsForOwner(caller, finding)) {
            throw Refusal.forbidden("not-owning-unit", named(caller, finding));
        }
    }

    void requireVerifier(Caller caller, Finding finding) {
        if (actsForOwner(caller, finding) || signedTheRemedy(caller, finding)) {
            throw Refusal.forbidden("own-finding", named(caller, finding));
        }
        if (!deciding(finding).test(caller.post())) {
            throw Refusal.forbidden("not-verifier", named(caller, finding));
        }
    }

    /** The visit's leader and the staff office. */
    static Predicate<HeldPost> deciding(Finding finding) {
        return post -> post.postId().equals(finding.leaderPostId()) || Oversight.isStaff(post);
    }

    private boolean actsForOwner(Caller caller, Finding finding) {
        var owner = accessScope.custodian(finding.head().unitId(), Finding.OBJECT_CLASS);
        return caller.post().unitId().equals(owner);
    }

    private static boolean signedTheRemedy(Caller caller, Finding finding) {
        var remedy = finding.remedy();
        return remedy != null && remedy.byOfficer().equals(caller.name());
    }

    private static Map<String, ?> named(Caller caller, Finding finding) {
        return Map.of("id", finding.head().id(), "post", caller.post().postId());
    }
}
