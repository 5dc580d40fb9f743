package haicap.inspection.campaigns;

import haicap.inspection.campaigns.CampaignEvent.Scheduled;
import haicap.inspection.custody.Custody;
import haicap.inspection.history.Entry;
import haicap.inspection.history.Histories;
import haicap.inspection.visits.Plan;
import haicap.inspection.visits.PlanVisits;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.ids.Ids;
import haicap.platform.orgcopy.Title;
import haicap.platform.outbox.Outbox;
import haicap.platform.problems.Refusal;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives every unit its visit and every visit its team, all at once. */
@Component
class ScheduleCampaign {

    private final Writes writes;
    private final Campaigns campaigns;
    private final ScheduleRules rules;
    private final PlanVisits visits;
    private final Custody custody;
    private final Histories histories;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    ScheduleCampaign(
            Writes writes,
            Campaigns campaigns,
            ScheduleRules rules,
            PlanVisits visits,
            Custody custody,
            Histories histories,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.writes = writes;
        this.campaigns = campaigns;
        this.rules = rules;
        this.visits = visits;
        this.custody = custody;
        this.histories = histories;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Answer schedule(String id, Schedule schedule, Caller caller, WriteRequest request) {
        var seen = campaigns.get(id);
        requireAuthority(id, caller);
        // the days of a campaign never change, so its visits can be planned before they are locked
        var plans = plans(schedule, seen);
        return writes.answer(
                request,
                Locks.on(Stream.concat(Stream.of(id), plans.stream().map(Plan::visitId)).toList()),
                () -> {
                    var campaign = campaigns.get(id);
                    request.requireMatch(outbox.version(campaign.counter()));
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    schedule.decision().require(Instant.EPOCH, now);
                    var scheduled = campaign.scheduled();
                    rules.require(schedule, campaign, now);
                    requirePlanned(plans, schedule);
                    enter(scheduled, schedule, plans, caller, now);
                    var version = outbox.version(scheduled.counter());
                    return Answer.ok(version, CampaignView.of(scheduled, version));
                });
    }

    /**
     * What is named is looked up before it is locked: a schedule that sends anybody to what is no
     * commune is refused with all its faults, and has no visits.
     */
    private List<Plan> plans(Schedule schedule, Campaign campaign) {
        return rules.sendsToCommunesOnly(schedule, campaign)
                ? schedule.plans(campaign, () -> Ids.next("vi"))
                : List.of();
    }

    /** A commune that came into force between the look and the locks is there at the next try. */
    private static void requirePlanned(List<Plan> plans, Schedule schedule) {
        if (plans.size() != schedule.visits()) {
            throw Refusal.unavailable("organisation-unknown", Duration.ofSeconds(1));
        }
    }

    private void enter(
            Campaign campaign, Schedule schedule, List<Plan> plans, Caller caller, Instant now) {
        campaigns.save(campaign);
        histories.append(
                Entry.of(
                        campaign.id(),
                        campaign.counter(),
                        "schedule",
                        now,
                        caller,
                        schedule.decision()));
        audit.wrote(
                caller,
                "campaign.schedule",
                Campaign.KIND,
                campaign.id(),
                Map.of("visits", plans.size()));
        outbox.append(new Scheduled(now, caller.post().postId()).about(campaign));
        visits.plan(plans, caller, now);
    }

    private void requireAuthority(String id, Caller caller) {
        if (caller.posts().isEmpty()) {
            throw Refusal.notFound(Campaign.KIND, id);
        }
        custody.requireVerified(caller);
        if (caller.post().title() != Title.CITY_DIRECTOR) {
            custody.requireStaff(caller);
        }
    }
}
