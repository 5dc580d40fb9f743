package haicap.inspection.campaigns;

import haicap.platform.outbox.AnnouncedKind;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Campaigns can be announced as they are. */
@Configuration(proxyBeanMethods = false)
class CampaignSnapshots {

    @Bean
    AnnouncedKind announcedCampaigns(Campaigns campaigns, Clock clock) {
        return AnnouncedKind.of(
                CampaignEvent.AGGREGATE,
                CampaignEvent.TOPIC,
                "campaign",
                id -> CampaignEvent.snapshot(campaigns.get(id), clock.instant()));
    }
}
