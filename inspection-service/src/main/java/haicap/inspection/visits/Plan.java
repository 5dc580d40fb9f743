package haicap.inspection.visits;

import java.time.LocalDate;

/**
 * A visit as a campaign plans it.
 *
 * @param campaignFrom first day of the campaign
 * @param campaignTo its last day
 * @param leaderPostId the deputy director's post that leads the team
 */
public record Plan(
        String visitId,
        String campaignId,
        LocalDate campaignFrom,
        LocalDate campaignTo,
        String unitId,
        int team,
        String leaderPostId,
        LocalDate scheduledOn) {}
