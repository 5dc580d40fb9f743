package haicap.inspection.campaigns;

import haicap.inspection.Oversight;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Title;

/** Who sees campaigns, and who decides on them. */
final class CampaignRights {

    private CampaignRights() {}

    /** Whoever holds a post: every unit knows that it will be visited. */
    static boolean sees(Caller caller) {
        return !caller.posts().isEmpty();
    }

    /** The director or the head of the staff office decides. */
    static void require(Caller caller) {
        if (!decides(caller.post())) {
            Oversight.requireStaff(caller);
        }
    }

    static boolean decides(HeldPost post) {
        return post.title() == Title.CITY_DIRECTOR || Oversight.isStaff(post);
    }
}
