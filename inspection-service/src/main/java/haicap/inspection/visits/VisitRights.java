package haicap.inspection.visits;

import haicap.inspection.Oversight;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Kept;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Who concludes a visit: the leader of the team, unless he served at the unit not long ago. */
@Component
class VisitRights {

    private final FormerService formerService;

    VisitRights(FormerService formerService) {
        this.formerService = formerService;
    }

    void requireLeader(Caller caller, Kept<Visit> kept, Instant now) {
        var visit = kept.record();
        var post = caller.post().postId();
        if (!post.equals(visit.leaderPostId())) {
            throw Refusal.forbidden(
                    "not-leader",
                    Map.of("id", visit.head().id(), "leader", visit.leaderPostId(), "post", post));
        }
        // posts change hands between the schedule and the visit
        var unit = kept.custodian();
        if (formerService.ofHolder(post, now).contains(unit)) {
            throw Refusal.forbidden("leader-served-here", Map.of("post", post, "unit", unit));
        }
    }

    /** The leader of the team, and who decides on campaigns. */
    static Predicate<HeldPost> deciding(Visit visit) {
        return post ->
                post.postId().equals(visit.leaderPostId())
                        || post.title() == Title.CITY_DIRECTOR
                        || Oversight.isStaff(post);
    }
}
