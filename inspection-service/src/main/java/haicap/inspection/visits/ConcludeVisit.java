package haicap.inspection.visits;

import haicap.inspection.custody.Custody;
import haicap.inspection.findings.Observed;
import haicap.inspection.findings.RecordFindings;
import haicap.inspection.findings.RecordFindings.Source;
import haicap.inspection.history.Entry;
import haicap.inspection.history.Histories;
import haicap.inspection.visits.VisitEvent.Concluded;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.ids.Ids;
import haicap.platform.outbox.Outbox;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Decision;
import haicap.platform.texts.Text;
import haicap.platform.time.Hanoi;
import haicap.platform.time.NotLongAgo;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The leader of the team concludes a visit and says what was found, all at once. */
@Component
class ConcludeVisit {

    /** What the leader concludes; an empty list of findings is a good visit. */
    record Conclusion(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant concludedAt,
            @NotNull @Size(max = 200) List<@NotNull @Valid Observed> findings,
            @Nullable @Text(max = 4_000, lines = true) String note) {

        Decision decision() {
            return new Decision(decisionNumber, concludedAt, null, note);
        }
    }

    private final Writes writes;
    private final Visits visits;
    private final Custody custody;
    private final FormerService formerService;
    private final RecordFindings findings;
    private final Histories histories;
    private final Audit audit;
    private final Outbox outbox;
    private final VisitViews views;
    private final Clock clock;

    ConcludeVisit(
            Writes writes,
            Visits visits,
            Custody custody,
            FormerService formerService,
            RecordFindings findings,
            Histories histories,
            Audit audit,
            Outbox outbox,
            VisitViews views,
            Clock clock) {
        this.writes = writes;
        this.visits = visits;
        this.custody = custody;
        this.formerService = formerService;
        this.findings = findings;
        this.histories = histories;
        this.audit = audit;
        this.outbox = outbox;
        this.views = views;
        this.clock = clock;
    }

    Answer conclude(String id, Conclusion conclusion, Caller caller, WriteRequest request) {
        var seen = visits.get(id);
        custody.requireSight(caller, Visit.KIND, id, seen.unitId(), Visit.OBJECT_CLASS);
        custody.requireVerified(caller);
        var ids = conclusion.findings().stream().map(each -> Ids.next("fi")).toList();
        return writes.answer(
                request,
                Locks.on(Stream.concat(Stream.of(id), ids.stream()).toList()),
                () -> {
                    var visit = visits.get(id);
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    requireLeader(caller, visit, now);
                    request.requireMatch(outbox.version(visit.counter()));
                    var decision = conclusion.decision();
                    Decision.require(
                            "/concludedAt",
                            decision.at(),
                            Hanoi.startOf(visit.campaignFrom()),
                            now);
                    var concluded = visit.concluded(decision);
                    enter(concluded, decision, ids.size(), caller, now);
                    findings.record(
                            ids,
                            conclusion.findings(),
                            source(concluded, decision),
                            decision,
                            caller,
                            now);
                    return Answer.ok(outbox.version(concluded.counter()), views.of(concluded));
                });
    }

    private void enter(Visit visit, Decision decision, int found, Caller caller, Instant now) {
        visits.update(visit);
        histories.append(
                Entry.of(visit.id(), visit.counter(), "conclusion", now, caller, decision));
        audit.wrote(caller, "visit.conclusion", Visit.KIND, visit.id(), Map.of("findings", found));
        var event = new Concluded(decision.at(), caller.post().postId(), found);
        outbox.append(event.about(visit, now));
    }

    private Source source(Visit visit, Decision decision) {
        return new Source(
                visit.id(),
                visit.campaignId(),
                visit.leaderPostId(),
                custody.custodian(visit.unitId(), Visit.OBJECT_CLASS),
                Hanoi.dayOf(decision.at()),
                visits.topicsOf(visit.campaignId()));
    }

    private void requireLeader(Caller caller, Visit visit, Instant now) {
        var post = caller.post().postId();
        if (!post.equals(visit.leaderPostId())) {
            throw Refusal.forbidden(
                    "not-leader",
                    Map.of("id", visit.id(), "leader", visit.leaderPostId(), "post", post));
        }
        // posts change hands between the schedule and the visit
        var unit = custody.custodian(visit.unitId(), Visit.OBJECT_CLASS);
        if (formerService.ofHolder(post, now).contains(unit)) {
            throw Refusal.forbidden("leader-served-here", Map.of("post", post, "unit", unit));
        }
    }
}
