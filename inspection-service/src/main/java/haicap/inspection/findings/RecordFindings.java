package haicap.inspection.findings;

import haicap.inspection.history.Decision;
import haicap.inspection.history.Entry;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Post;
import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
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

    private final Findings findings;
    private final FindingRegister register;
    private final Organisation organisation;

    RecordFindings(Findings findings, FindingRegister register, Organisation organisation) {
        this.findings = findings;
        this.register = register;
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
            List<Observed> observed,
            Source source,
            Decision decision,
            Caller by,
            Instant now) {
        require(observed, source, Hanoi.dayOf(now));
        for (int i = 0; i < ids.size(); i++) {
            var finding = finding(ids.get(i), observed.get(i), source, now);
            var entry = Entry.of(finding.id(), finding.counter(), "record", now, by, decision);
            register.enter(finding, entry, FindingEvent.recorded(by, now), by);
        }
    }

    /** The findings of a visit. */
    public List<String> of(String visitId) {
        return findings.idsOf(visitId);
    }

    private static Finding finding(String id, Observed seen, Source source, Instant now) {
        return new Finding(
                id,
                1,
                source.visitId(),
                source.campaignId(),
                source.leaderPostId(),
                source.unitId(),
                seen.topic(),
                seen.severity(),
                seen.text(),
                seen.ownerPostId(),
                seen.dueOn(),
                FindingState.OPEN,
                now,
                null);
    }

    private void require(List<Observed> observed, Source source, LocalDate today) {
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
