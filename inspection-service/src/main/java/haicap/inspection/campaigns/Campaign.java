package haicap.inspection.campaigns;

import static java.util.Objects.requireNonNull;

import haicap.inspection.findings.Topic;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Corrected;
import haicap.platform.records.Head;
import haicap.platform.records.WorkRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A campaign of inspection over the whole city, under which it is stored. Its title is what the
 * decision calls it, and stays as the number does.
 *
 * @param endsOn its last day
 */
record Campaign(
        Head head,
        CampaignState state,
        String title,
        String decisionNumber,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Topic> topics,
        String announcedByPost,
        Texts texts)
        implements WorkRecord {

    static final String KIND = "campaign";
    static final String OBJECT_CLASS = "CAMPAIGN";

    /** Only its history has any. */
    record Texts() {}

    Campaign {
        topics = List.copyOf(topics);
    }

    Campaign scheduled() {
        if (state != CampaignState.ANNOUNCED) {
            throw Refusal.conflict("campaign-already-scheduled", Map.of("id", head.id()));
        }
        return next(CampaignState.SCHEDULED, decisionNumber);
    }

    /** The same with the right number of the decision by which it was announced. */
    Campaign corrected(Corrected correction) {
        var is = correction.is();
        var isAnnouncement = is.action().equals(CampaignType.ANNOUNCE.action());
        return next(state, isAnnouncement ? requireNonNull(is.decisionNumber()) : decisionNumber);
    }

    private Campaign next(CampaignState nextState, String number) {
        return new Campaign(
                head.next(),
                nextState,
                title,
                number,
                startsOn,
                endsOn,
                topics,
                announcedByPost,
                texts);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    /** Until it is scheduled; what is to be done then are its visits. */
    @Override
    public boolean isOpen() {
        return state == CampaignState.ANNOUNCED;
    }
}
