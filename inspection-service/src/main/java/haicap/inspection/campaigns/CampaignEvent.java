package haicap.inspection.campaigns;

import haicap.platform.events.OutboundEvent;
import java.time.Instant;
import java.time.LocalDate;

/** Everything that can happen to a campaign, as others hear of it: never any free text. */
sealed interface CampaignEvent {

    String TOPIC = "haicap.inspection.v1";
    String AGGREGATE = "Campaign";

    /** A campaign is the whole city's. */
    String UNIT = "hanoi";

    Instant at();

    String byPost();

    record Announced(Instant at, String byPost) implements CampaignEvent {}

    /** The visits are told one by one. */
    record Scheduled(Instant at, String byPost) implements CampaignEvent {}

    /** The whole public state after the event. */
    record State(String id, LocalDate startsOn, LocalDate endsOn, CampaignState state) {

        static State of(Campaign campaign) {
            return new State(
                    campaign.id(), campaign.startsOn(), campaign.endsOn(), campaign.state());
        }
    }

    /** Tells what happened to the campaign that is now as given. */
    default OutboundEvent about(Campaign campaign) {
        var type =
                switch (this) {
                    case Announced a -> "haicap.inspection.CampaignAnnounced.v1";
                    case Scheduled s -> "haicap.inspection.CampaignScheduled.v1";
                };
        return new OutboundEvent(
                TOPIC,
                campaign.id(),
                AGGREGATE,
                type,
                UNIT,
                campaign.counter(),
                at(),
                this,
                State.of(campaign));
    }

    /** The campaign as it is; nothing happens. */
    static OutboundEvent snapshot(Campaign campaign, Instant at) {
        return new OutboundEvent(
                TOPIC,
                campaign.id(),
                AGGREGATE,
                "haicap.inspection.CampaignSnapshot.v1",
                UNIT,
                campaign.counter(),
                at,
                null,
                State.of(campaign));
    }
}
