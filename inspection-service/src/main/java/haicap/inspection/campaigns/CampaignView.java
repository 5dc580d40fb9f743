package haicap.inspection.campaigns;

import haicap.inspection.findings.Topic;
import haicap.inspection.visits.Progress;
import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A campaign as its readers see it. */
@TellsOf(Matter.CAMPAIGN)
record CampaignView(
        String id,
        String number,
        Version version,
        String title,
        String decisionNumber,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Topic> topics,
        CampaignState state,
        Instant announcedAt,
        String announcedByPost) {

    /** How far each team is; it moves without the campaign's version. */
    @TellsOf({Matter.CAMPAIGN, Matter.VISIT})
    record Teams(String id, List<Progress.OfTeam> teams) {}

    static CampaignView of(Kept<Campaign> kept) {
        var campaign = kept.record();
        return new CampaignView(
                campaign.head().id(),
                campaign.head().number(),
                kept.version(),
                campaign.title(),
                campaign.decisionNumber(),
                campaign.startsOn(),
                campaign.endsOn(),
                campaign.topics(),
                campaign.state(),
                campaign.head().openedAt(),
                campaign.announcedByPost());
    }
}
