package haicap.inspection.findings;

import haicap.inspection.custody.Custody;
import haicap.platform.access.Caller;
import haicap.platform.problems.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who may do what to a finding: its owner's unit remedies and replies; the visit's leader or the
 * staff office verifies and reopens. A finding is not closed by its owner, nor by the officer who
 * signed the remedy.
 */
@Component
class FindingRights {

    private final Custody custody;

    FindingRights(Custody custody) {
        this.custody = custody;
    }

    boolean seesAll(Caller caller) {
        return custody.seesAll(caller);
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
        if (!caller.post().postId().equals(finding.leaderPostId())
                && !custody.actsAsStaff(caller)) {
            throw Refusal.forbidden("not-verifier", named(caller, finding));
        }
    }

    private boolean actsForOwner(Caller caller, Finding finding) {
        return custody.actsFor(caller, finding.head().unitId(), Finding.OBJECT_CLASS);
    }

    private static boolean signedTheRemedy(Caller caller, Finding finding) {
        var remedy = finding.remedy();
        return remedy != null && remedy.byOfficer().equals(caller.name());
    }

    private static Map<String, ?> named(Caller caller, Finding finding) {
        return Map.of("id", finding.head().id(), "post", caller.post().postId());
    }
}
