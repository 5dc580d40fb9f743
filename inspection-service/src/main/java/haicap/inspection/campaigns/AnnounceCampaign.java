package haicap.inspection.campaigns;

import haicap.inspection.campaigns.CampaignEvent.Announced;
import haicap.inspection.custody.Custody;
import haicap.inspection.findings.Topic;
import haicap.inspection.history.Entry;
import haicap.inspection.history.Histories;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.ids.Ids;
import haicap.platform.orgcopy.Title;
import haicap.platform.outbox.Outbox;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Decision;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides on a campaign; the director or the head of the staff office. */
@Component
class AnnounceCampaign {

    private static final int DAYS_AT_MOST = 366;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** What is decided; without topics it is about all five. */
    record Plan(
            @NotNull @Text(max = 100) String decisionNumber,
            @Nullable @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 400) String title,
            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn,
            @Nullable @Size(min = 1, max = 5) Set<@NotNull Topic> topics) {

        Decision decision(Instant now) {
            return new Decision(decisionNumber, decidedAt == null ? now : decidedAt, null, null);
        }

        List<Topic> allTopics() {
            return List.copyOf(
                    topics == null ? EnumSet.allOf(Topic.class) : EnumSet.copyOf(topics));
        }
    }

    private final Writes writes;
    private final Campaigns campaigns;
    private final Custody custody;
    private final Histories histories;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    AnnounceCampaign(
            Writes writes,
            Campaigns campaigns,
            Custody custody,
            Histories histories,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.writes = writes;
        this.campaigns = campaigns;
        this.custody = custody;
        this.histories = histories;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Answer announce(Plan plan, Caller caller, WriteRequest request) {
        requireAuthority(caller);
        var id = Ids.next("ca");
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    var decision = plan.decision(now);
                    decision.require(Instant.EPOCH, now);
                    requireDays(plan);
                    var campaign = campaign(id, plan, caller, now);
                    campaigns.save(campaign);
                    histories.append(
                            Entry.of(id, campaign.counter(), "announce", now, caller, decision));
                    audit.wrote(caller, "campaign.announce", Campaign.KIND, id, Map.of());
                    var event = new Announced(now, caller.post().postId());
                    var version = outbox.append(event.about(campaign));
                    return Answer.created(
                            "/api/v1/campaigns/" + id, version, CampaignView.of(campaign, version));
                });
    }

    private static Campaign campaign(String id, Plan plan, Caller caller, Instant now) {
        return new Campaign(
                id,
                1,
                plan.title(),
                plan.decisionNumber(),
                plan.startsOn(),
                plan.endsOn(),
                plan.allTopics(),
                CampaignState.ANNOUNCED,
                now,
                caller.post().postId());
    }

    private void requireAuthority(Caller caller) {
        custody.requireVerified(caller);
        if (caller.post().title() != Title.CITY_DIRECTOR) {
            custody.requireStaff(caller);
        }
    }

    private static void requireDays(Plan plan) {
        if (plan.startsOn().isBefore(FIRST)) {
            throw Refusal.invalid("/startsOn", "day-too-early", Map.of("from", FIRST));
        }
        var last = plan.startsOn().plusDays(DAYS_AT_MOST - 1L);
        if (plan.endsOn().isBefore(plan.startsOn()) || plan.endsOn().isAfter(last)) {
            throw Refusal.invalid(
                    "/endsOn", "day-out-of-range", Map.of("from", plan.startsOn(), "to", last));
        }
    }
}
