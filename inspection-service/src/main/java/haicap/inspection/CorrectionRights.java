package haicap.inspection;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Kept;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who corrects what was mistyped of a record: the unit whose matter it is, and whoever decides on
 * it. Their command confirms.
 */
public final class CorrectionRights {

    private CorrectionRights() {}

    /**
     * To propose. Refuses with 403 others who see it.
     *
     * @param decides the posts that decide on the record
     */
    public static void requireParty(Caller caller, Kept<?> kept, Predicate<HeldPost> decides) {
        var post = caller.post();
        if (!post.unitId().equals(kept.custodian()) && !decides.test(post)) {
            throw Refusal.forbidden("correction-by-others", named(post, kept));
        }
    }

    /** To confirm or reject: the same posts, as far as they are of the command. */
    public static void requireCommand(Caller caller, Kept<?> kept, Predicate<HeldPost> decides) {
        requireParty(caller, kept, decides);
        var post = caller.post();
        if (!post.title().commands()) {
            throw Refusal.forbidden("correction-by-command", named(post, kept));
        }
    }

    private static Map<String, ?> named(HeldPost post, Kept<?> kept) {
        return Map.of(
                "id", kept.record().head().id(), "unit", kept.custodian(), "post", post.postId());
    }
}
