package haicap.inspection;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.problems.Refusal;
import java.util.Map;

/** The city's command and its staff office, who see the records of all units. */
public final class Oversight {

    private static final String STAFF_OFFICE = "pv01";

    private Oversight() {}

    /** Whether the caller sees the records of every unit. */
    public static boolean seesAll(Caller caller) {
        return caller.oversees(STAFF_OFFICE);
    }

    /** Refuses with 403 whoever is not the head of the staff office. */
    public static void requireStaff(Caller caller) {
        if (!isStaff(caller.post())) {
            throw Refusal.forbidden("not-staff-office", Map.of("post", caller.post().postId()));
        }
    }

    /** Whether it is the post of the head of the staff office. */
    public static boolean isStaff(HeldPost post) {
        return post.heads(STAFF_OFFICE);
    }
}
