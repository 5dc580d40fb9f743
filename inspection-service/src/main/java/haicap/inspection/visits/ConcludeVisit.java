package haicap.inspection.visits;

import haicap.inspection.findings.RecordFindings;
import haicap.inspection.findings.RecordFindings.Source;
import haicap.inspection.visits.Visit.Conclusion;
import haicap.inspection.visits.VisitController.ConclusionRequest;
import haicap.inspection.visits.VisitType.Concluded;
import haicap.platform.access.Caller;
import haicap.platform.ids.Ids;
import haicap.platform.records.Decision;
import haicap.platform.records.Kept;
import haicap.platform.records.Outcome;
import haicap.platform.records.Records;
import haicap.platform.time.Hanoi;
import haicap.platform.time.Moments;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The leader of the team concludes a visit and says what was found, all at once. */
@Component
class ConcludeVisit {

    private final Writes writes;
    private final Records<Visit> visits;
    private final VisitRights rights;
    private final RecordFindings findings;
    private final Clock clock;

    ConcludeVisit(
            Writes writes,
            Records<Visit> visits,
            VisitRights rights,
            RecordFindings findings,
            Clock clock) {
        this.writes = writes;
        this.visits = visits;
        this.rights = rights;
        this.findings = findings;
        this.clock = clock;
    }

    Answer conclude(String id, ConclusionRequest concluding, Caller caller, WriteRequest request) {
        visits.requireSeen(id, caller);
        var found = concluding.findings();
        var ids = found.stream().map(each -> Ids.next("fi")).toList();
        return writes.answer(
                request,
                Locks.on(Stream.concat(Stream.of(id), ids.stream()).toList()),
                () -> {
                    var before = visits.get(id);
                    var now = Moments.now(clock);
                    var ruling = rights.requireConclusion(caller, before, now);
                    request.requireMatch(before.version());
                    var decision = concluding.decision();
                    var begun = Hanoi.startOf(before.record().campaignFrom());
                    Decision.require("/concludedAt", decision.at(), begun, now);
                    var concluded =
                            concluded(before.record(), decision, ids, caller).allowedBy(ruling);
                    var after = visits.enter(before, concluded, decision, caller, now);
                    findings.record(ids, found, source(after, decision), decision, caller, now);
                    return Answer.ok(after.version(), VisitView.of(after));
                });
    }

    private static Outcome<Visit> concluded(
            Visit visit, Decision decision, List<String> findingIds, Caller by) {
        var conclusion = new Conclusion(decision.at(), decision.number(), findingIds);
        return VisitType.CONCLUDE
                .of(visit.concluded(conclusion))
                .telling(new Concluded(decision.at(), by.post().postId(), findingIds.size()));
    }

    private static Source source(Kept<Visit> kept, Decision decision) {
        var visit = kept.record();
        return new Source(
                visit.head().id(),
                visit.campaignId(),
                visit.leaderPostId(),
                kept.custodian(),
                Hanoi.dayOf(decision.at()),
                visit.topics());
    }
}
