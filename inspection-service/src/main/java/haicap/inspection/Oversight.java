package haicap.inspection;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Function;
import haicap.platform.orgcopy.HeldPost;

/** The city's command and its staff office, who see the records of all units. */
public final class Oversight {

    private Oversight() {}

    /** Whether the caller sees the records of every unit. */
    public static boolean seesAll(Caller caller) {
        return caller.oversees(Function.STAFF);
    }

    /** Whether it is the post of the head of the staff office. */
    public static boolean isStaff(HeldPost post) {
        return post.heads(Function.STAFF);
    }
}
