package haicap.inspection.findings;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Post;
import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Decision;
import haicap.platform.records.Head;
import haicap.platform.records.Records;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records what a visit found, as part of its conclusion. */
@Component
public class RecordFindings {

    /**
     * The visit that found it.
     *
     * @param unitId the unit visited, as of today
     * @param topics what the campaign is about
     */
    public record Source(
            String visitId,
            String campaignId,
            String leaderPostId,
            String unitId,
            LocalDate concludedOn,
            List<Topic> topics) {}

    private final Records<Finding> findings;
    private final Organisation organisation;

    RecordFindings(Records<Finding> findings, Organisation organisation) {
        this.findings = findings;
        this.organisation = organisation;
    }

    /**
     * Records; the transaction at hand has locked the ids.
     *
     * @param ids one for each observation
     * @throws Refusal 422 naming every owner of another unit and every day that is past
     */
    public void record(
            List<String> ids,
            List<FindingRequest> observed,
            Source source,
            Decision decision,
            Caller by,
            Instant now) {
        require(observed, source, Hanoi.dayOf(now));
        for (int i = 0; i < ids.size(); i++) {
            var finding = finding(ids.get(i), observed.get(i), source, now);
            findings.enter(FindingType.RECORD.of(finding), decision, by, now);
        }
    }

    private static Finding finding(String id, FindingRequest seen, Source source, Instant now) {
        return new Finding(
                Head.first(id, source.unitId(), source.visitId(), now, seen.ownerPostId()),
                FindingState.OPEN,
                source.campaignId(),
                source.leaderPostId(),
                seen.topic(),
                seen.severity(),
                seen.dueOn(),
                null,
                new Finding.Texts(seen.text(), null));
    }

    private void require(List<FindingRequest> observed, Source source, LocalDate today) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < observed.size(); i++) {
            var seen = observed.get(i);
            if (!isPostOf(seen.ownerPostId(), source.unitId(), today)) {
                faults.add(
                        new Fault(
                                "/findings/" + i + "/ownerPostId",
                                "post-of-other-unit",
                                Map.of("post", seen.ownerPostId(), "unit", source.unitId())));
            }
            faults.addAll(
                    LastDay.faults(
                            "/findings/" + i + "/dueOn", seen.dueOn(), source.concludedOn()));
            if (!source.topics().contains(seen.topic())) {
                faults.add(
                        new Fault(
                                "/findings/" + i + "/topic",
                                "topic-not-of-campaign",
                                Map.of("topics", source.topics())));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private boolean isPostOf(String postId, String unitId, LocalDate day) {
        return organisation
                .post(postId)
                .filter(post -> post.unitId().equals(unitId))
                .filter(post -> inForce(post, day))
                .isPresent();
    }

    private static boolean inForce(Post post, LocalDate day) {
        var validTo = post.validTo();
        return !day.isBefore(post.validFrom()) && (validTo == null || day.isBefore(validTo));
    }
}
