package haicap.inspection.visits;

import haicap.platform.access.Caller;
import haicap.platform.records.Decision;
import haicap.platform.records.Records;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Enters the visits of a campaign's schedule. */
@Component
public class PlanVisits {

    private final Records<Visit> visits;

    PlanVisits(Records<Visit> visits) {
        this.visits = visits;
    }

    /**
     * Part of the transaction at hand, which has locked the ids of the visits. Goes by unit, as all
     * do who take several numbers.
     */
    public void plan(List<Plan> plans, Decision decision, Caller by, Instant now) {
        var byUnit = plans.stream().sorted(Comparator.comparing(Plan::unitId)).toList();
        for (var plan : byUnit) {
            var visit = Visit.planned(plan, now);
            visits.enter(VisitType.SCHEDULE.of(visit), decision, by, now);
        }
    }
}
