package haicap.inspection.visits;

import haicap.inspection.findings.Topic;
import java.time.LocalDate;
import java.util.List;

/**
 * A visit as a campaign plans it.
 *
 * @param campaignFrom first day of the campaign
 * @param campaignTo its last day
 * @param topics what the campaign is about
 * @param leaderPostId the deputy director's post that leads the team
 */
public record Plan(
        String visitId,
        String campaignId,
        LocalDate campaignFrom,
        LocalDate campaignTo,
        List<Topic> topics,
        String unitId,
        int team,
        String leaderPostId,
        LocalDate scheduledOn) {}
