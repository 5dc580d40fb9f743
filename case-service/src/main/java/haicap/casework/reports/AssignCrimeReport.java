package haicap.casework.reports;

import haicap.casework.reports.CrimeReportEvent.Assigned;
import haicap.casework.reports.Decisions.Decided;
import haicap.platform.access.Caller;
import haicap.platform.writes.Answer;
import haicap.platform.writes.WriteRequest;
import org.springframework.stereotype.Component;

/** Gives a report to a post of the same unit that somebody holds; a decision of its command. */
@Component
class AssignCrimeReport {

    private final Decisions decisions;
    private final Authority authority;
    private final Custody custody;

    AssignCrimeReport(Decisions decisions, Authority authority, Custody custody) {
        this.decisions = decisions;
        this.authority = authority;
        this.custody = custody;
    }

    Answer assign(String id, Assignment decided, Caller caller, WriteRequest request) {
        return decisions.take(
                id,
                "assignment",
                decided,
                caller,
                request,
                report -> authority.requireCommand(caller, report),
                (report, now) -> {
                    var custodian = custody.custodian(report.unitId());
                    authority.requireAssignable(decided.postId(), custodian, now);
                    return new Decided(
                            report.assigned(decided, custody.holderOf(report)),
                            Assigned.of(report, decided, caller));
                });
    }
}
