package haicap.inspection.campaigns;

import haicap.inspection.visits.Plan;
import haicap.inspection.visits.PlanVisits;
import haicap.platform.access.Caller;
import haicap.platform.ids.Ids;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Records;
import haicap.platform.time.Moments;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives every unit its visit and every visit its team, all at once. */
@Component
class ScheduleCampaign {

    private final Writes writes;
    private final Records<Campaign> campaigns;
    private final CampaignRights rights;
    private final ScheduleRules rules;
    private final PlanVisits visits;
    private final Clock clock;

    ScheduleCampaign(
            Writes writes,
            Records<Campaign> campaigns,
            CampaignRights rights,
            ScheduleRules rules,
            PlanVisits visits,
            Clock clock) {
        this.writes = writes;
        this.campaigns = campaigns;
        this.rights = rights;
        this.rules = rules;
        this.visits = visits;
        this.clock = clock;
    }

    Answer schedule(String id, ScheduleRequest schedule, Caller caller, WriteRequest request) {
        var seen = campaigns.requireSeen(id, caller).record();
        var ruling = rights.require("schedule", caller, seen);
        // the days of a campaign never change, so its visits can be planned before they are locked
        var plans = plans(schedule, seen);
        return writes.answer(
                request,
                Locks.on(Stream.concat(Stream.of(id), plans.stream().map(Plan::visitId)).toList()),
                () -> {
                    var before = campaigns.get(id);
                    request.requireMatch(before.version());
                    var now = Moments.now(clock);
                    var decision = schedule.decision();
                    decision.require(Instant.EPOCH, now);
                    var scheduled =
                            CampaignType.SCHEDULE.of(before.record().scheduled()).allowedBy(ruling);
                    rules.require(schedule, before.record(), now);
                    requirePlanned(plans, schedule);
                    var after = campaigns.enter(before, scheduled, decision, caller, now);
                    visits.plan(plans, decision, caller, now);
                    return Answer.ok(after.version(), CampaignView.of(after));
                });
    }

    /**
     * What is named is looked up before it is locked: a schedule that sends anybody to what is no
     * commune is refused with all its faults, and has no visits.
     */
    private List<Plan> plans(ScheduleRequest schedule, Campaign campaign) {
        return rules.sendsToCommunesOnly(schedule, campaign)
                ? schedule.plans(campaign, () -> Ids.next("vi"))
                : List.of();
    }

    /** A commune that came into force between the look and the locks is there at the next try. */
    private static void requirePlanned(List<Plan> plans, ScheduleRequest schedule) {
        if (plans.size() != schedule.visits()) {
            throw Refusal.unavailable("organisation-unknown", Duration.ofSeconds(1));
        }
    }
}
