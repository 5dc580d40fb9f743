package haicap.inspection.campaigns;

import haicap.inspection.findings.Topic;
import haicap.platform.problems.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A campaign of inspection over the whole city.
 *
 * @param counter rises by one with each change
 * @param endsOn its last day
 */
record Campaign(
        String id,
        long counter,
        String title,
        String decisionNumber,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Topic> topics,
        CampaignState state,
        Instant announcedAt,
        String announcedByPost) {

    static final String KIND = "campaign";

    Campaign {
        topics = List.copyOf(topics);
    }

    Campaign scheduled() {
        if (state != CampaignState.ANNOUNCED) {
            throw Refusal.conflict("campaign-already-scheduled", Map.of("id", id));
        }
        return new Campaign(
                id,
                counter + 1,
                title,
                decisionNumber,
                startsOn,
                endsOn,
                topics,
                CampaignState.SCHEDULED,
                announcedAt,
                announcedByPost);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
}
