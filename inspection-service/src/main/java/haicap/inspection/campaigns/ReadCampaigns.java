package haicap.inspection.campaigns;

import haicap.inspection.visits.Progress;
import haicap.platform.access.Caller;
import haicap.platform.outbox.Outbox;
import haicap.platform.problems.Refusal;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows campaigns to whoever holds a post: every unit knows that it will be visited. */
@Component
class ReadCampaigns {

    private final Campaigns campaigns;
    private final Progress progress;
    private final Outbox outbox;
    private final Cursors cursors;

    ReadCampaigns(Campaigns campaigns, Progress progress, Outbox outbox, Cursors cursors) {
        this.campaigns = campaigns;
        this.progress = progress;
        this.outbox = outbox;
        this.cursors = cursors;
    }

    CampaignView read(String id, Caller caller) {
        return view(seen(id, caller));
    }

    CampaignView.Teams teams(String id, Caller caller) {
        return new CampaignView.Teams(seen(id, caller).id(), progress.of(id));
    }

    Page<CampaignView> list(Caller caller, Limit limit, @Nullable String cursor) {
        var after = cursor == null ? null : cursors.open(cursor, 2);
        if (caller.posts().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var found =
                campaigns
                        .list(
                                after == null ? null : LocalDate.parse(after.getFirst()),
                                after == null ? null : after.getLast(),
                                limit.value() + 1)
                        .stream()
                        .map(this::view)
                        .toList();
        return Page.of(found, limit, line -> cursors.seal(line.startsOn().toString(), line.id()));
    }

    private Campaign seen(String id, Caller caller) {
        if (caller.posts().isEmpty()) {
            throw Refusal.notFound(Campaign.KIND, id);
        }
        return campaigns.get(id);
    }

    private CampaignView view(Campaign campaign) {
        return CampaignView.of(campaign, outbox.version(campaign.counter()));
    }
}
