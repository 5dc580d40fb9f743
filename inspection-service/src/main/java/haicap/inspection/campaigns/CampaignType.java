package haicap.inspection.campaigns;

import haicap.platform.records.Deed;
import haicap.platform.records.Kept;
import haicap.platform.records.RecordKeeping;
import haicap.platform.records.RecordType;
import haicap.platform.records.Records;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes a campaign special among records, and all that can be done to it. */
@Configuration(proxyBeanMethods = false)
class CampaignType {

    static final Deed ANNOUNCE = new Deed("announce", "CampaignAnnounced");

    /** The visits are told one by one. */
    static final Deed SCHEDULE = new Deed("schedule", "CampaignScheduled");

    /** A campaign is the whole city's. */
    static final String UNIT = "hanoi";

    private static final RecordType<Campaign> TYPE =
            RecordType.of(Campaign.class, Campaign.KIND, "ca")
                    .numberedAs("DKT")
                    .at("/api/v1/campaigns")
                    .passedOnAs(Campaign.OBJECT_CLASS)
                    .told("haicap.inspection.v1", "Campaign", "haicap.inspection.", State::of)
                    .shownAs(CampaignView::of)
                    .textsKeptAs("campaign-texts")
                    .alsoFiledBy(CampaignRights::decides)
                    .declared();

    @Bean
    Records<Campaign> campaigns(RecordKeeping keeping) {
        return keeping.of(TYPE, CampaignRights::sees);
    }

    /** The whole public state, as others hear of it. */
    record State(
            String id, String number, LocalDate startsOn, LocalDate endsOn, CampaignState state) {

        static State of(Kept<Campaign> kept) {
            var campaign = kept.record();
            return new State(
                    campaign.head().id(),
                    campaign.head().number(),
                    campaign.startsOn(),
                    campaign.endsOn(),
                    campaign.state());
        }
    }
}
