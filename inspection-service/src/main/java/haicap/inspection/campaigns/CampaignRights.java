package haicap.inspection.campaigns;

import haicap.inspection.Oversight;
import haicap.platform.access.Caller;
import haicap.platform.authority.Authority;
import haicap.platform.authority.Ruling;
import haicap.platform.authority.Subject;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Title;
import haicap.platform.records.RecordSubjects;
import org.springframework.stereotype.Component;

/** Who sees campaigns, and who decides on them: whom the rules of authority let. */
@Component
class CampaignRights {

    private final Authority authority;
    private final RecordSubjects subjects;

    CampaignRights(Authority authority, RecordSubjects subjects) {
        this.authority = authority;
        this.subjects = subjects;
    }

    /** Whoever holds a post: every unit knows that it will be visited. */
    static boolean sees(Caller caller) {
        return !caller.posts().isEmpty();
    }

    /** Whether papers are laid beside campaigns from such a post. */
    static boolean decides(HeldPost post) {
        return post.title() == Title.CITY_DIRECTOR || Oversight.isStaff(post);
    }

    Ruling requireAnnouncement(Caller caller) {
        return authority.require("campaign.announcement", caller, Subject.of(Campaign.KIND));
    }

    Ruling require(String action, Caller caller, Campaign campaign) {
        var subject = subjects.of(campaign, Campaign.OBJECT_CLASS, caller);
        return authority.require(Campaign.KIND + "." + action, caller, subject);
    }
}
