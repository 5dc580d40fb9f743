package haicap.inspection.visits;

import haicap.inspection.visits.VisitEvent.Scheduled;
import haicap.platform.access.Caller;
import haicap.platform.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Enters the visits of a campaign's schedule, and tells of each. */
@Component
public class PlanVisits {

    private final Visits visits;
    private final Outbox outbox;

    PlanVisits(Visits visits, Outbox outbox) {
        this.visits = visits;
        this.outbox = outbox;
    }

    /** Part of the transaction at hand, which has locked the ids of the visits. */
    public void plan(List<Plan> plans, Caller by, Instant now) {
        var planned = plans.stream().map(Visit::planned).toList();
        visits.insert(planned);
        var event = new Scheduled(now, by.post().postId());
        outbox.append(planned.stream().map(visit -> event.about(visit, now)).toList());
    }
}
