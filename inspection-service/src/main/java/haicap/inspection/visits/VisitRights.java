package haicap.inspection.visits;

import haicap.platform.access.Caller;
import haicap.platform.authority.Authority;
import haicap.platform.authority.Ruling;
import haicap.platform.authority.Subject;
import haicap.platform.orgcopy.Relation;
import haicap.platform.records.Kept;
import haicap.platform.records.RecordSubjects;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Who may conclude a visit: whom the rules of authority let. */
@Component
class VisitRights {

    private final Authority authority;
    private final RecordSubjects subjects;
    private final FormerService formerService;

    VisitRights(Authority authority, RecordSubjects subjects, FormerService formerService) {
        this.authority = authority;
        this.subjects = subjects;
        this.formerService = formerService;
    }

    Ruling requireConclusion(Caller caller, Kept<Visit> kept, Instant now) {
        // posts change hands between the schedule and the visit
        var served = formerService.ofHolder(caller.post().postId(), now);
        return authority.require(
                "visit.conclusion",
                caller,
                subject(caller, kept.record())
                        .with(Relation.SERVED_THERE, served.contains(kept.custodian())));
    }

    Ruling require(String action, Caller caller, Visit visit) {
        return authority.require(Visit.KIND + "." + action, caller, subject(caller, visit));
    }

    private Subject subject(Caller caller, Visit visit) {
        return subjects.of(visit, Visit.OBJECT_CLASS, caller)
                .with(Relation.LEADER, caller.post().postId().equals(visit.leaderPostId()));
    }
}
