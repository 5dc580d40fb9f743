package haicap.inspection.findings;

import haicap.inspection.custody.Custody;
import haicap.platform.access.Caller;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who may do what to a finding: its owner's unit remedies and replies; the visit's leader or the
 * staff office verifies and reopens. A finding is not closed by its owner, nor by the officer who
 * signed the remedy.
 */
@Component
class Authority {

    private final Custody custody;

    Authority(Custody custody) {
        this.custody = custody;
    }

    /** Refuses with 404 what the caller may not see. */
    void requireSight(Caller caller, Finding finding) {
        custody.requireSight(
                caller, Finding.KIND, finding.id(), finding.unitId(), Finding.OBJECT_CLASS);
    }

    /** The same, and with 503 a caller whose posts nobody can tell now. */
    void requireToDecide(Caller caller, Finding finding) {
        requireSight(caller, finding);
        custody.requireVerified(caller);
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

    /** Refuses with 422 a last day that has been. */
    static void requireToCome(LocalDate dueOn, Instant now) {
        var today = Hanoi.dayOf(now);
        var faults = LastDay.faults("/dueOn", dueOn, today);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private boolean actsForOwner(Caller caller, Finding finding) {
        return custody.actsFor(caller, finding.unitId(), Finding.OBJECT_CLASS);
    }

    private static boolean signedTheRemedy(Caller caller, Finding finding) {
        var remedy = finding.remedy();
        return remedy != null && remedy.byOfficer().equals(caller.name());
    }

    private static Map<String, ?> named(Caller caller, Finding finding) {
        return Map.of("id", finding.id(), "post", caller.post().postId());
    }
}
