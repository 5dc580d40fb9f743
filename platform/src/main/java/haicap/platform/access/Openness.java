package haicap.platform.access;

import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.orgcopy.HeldPost;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;

/** Whom an {@link OpenTo} lets in; pure. */
public final class Openness {

    private Openness() {}

    /**
     * Whether the caller may call the operation at all.
     *
     * @param rules of authority, of any action and day
     */
    public static boolean letsIn(
            OpenTo open, Caller caller, Collection<AuthorityRule> rules, LocalDate day) {
        return Arrays.stream(open.scopes()).anyMatch(caller::hasScope)
                || caller.holds(post -> letsIn(open, post, rules, day));
    }

    private static boolean letsIn(
            OpenTo open, HeldPost post, Collection<AuthorityRule> rules, LocalDate day) {
        return open.officers()
                || Arrays.asList(open.titles()).contains(post.title())
                || rules.stream()
                        .filter(rule -> rule.action().equals(open.byRule()))
                        .anyMatch(rule -> rule.inForceOn(day) && rule.mayAllow(post));
    }
}
