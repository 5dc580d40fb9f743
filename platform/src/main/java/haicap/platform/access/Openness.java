package haicap.platform.access;

import haicap.platform.orgcopy.HeldPost;
import java.util.Arrays;

/** Whom an {@link OpenTo} lets in; pure. */
public final class Openness {

    private Openness() {}

    /** Whether the caller may call the operation at all. */
    public static boolean letsIn(OpenTo open, Caller caller) {
        return Arrays.stream(open.scopes()).anyMatch(caller::hasScope)
                || caller.holds(post -> letsIn(open, post));
    }

    private static boolean letsIn(OpenTo open, HeldPost post) {
        return open.officers()
                || Arrays.asList(open.titles()).contains(post.title())
                || Arrays.stream(open.headsOf()).anyMatch(post::heads);
    }
}
