package haicap.casework.reports;

import haicap.casework.history.HistoryEntry;
import haicap.casework.reports.CrimeReportEvent.Assigned;
import haicap.platform.access.Caller;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Gives a report to a post of the same unit that somebody holds; a decision of its command. */
@Component
class AssignCrimeReport {

    private final Writes writes;
    private final CrimeReports reports;
    private final Custody custody;
    private final Register register;
    private final Views views;
    private final Clock clock;

    AssignCrimeReport(
            Writes writes,
            CrimeReports reports,
            Custody custody,
            Register register,
            Views views,
            Clock clock) {
        this.writes = writes;
        this.reports = reports;
        this.custody = custody;
        this.register = register;
        this.views = views;
        this.clock = clock;
    }

    Answer assign(String id, Assignment decided, Caller caller, WriteRequest request) {
        var custodian = custody.commandedBy(caller, id, reports.unitOf(id));
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var report = reports.get(id);
                    request.requireMatch(register.version(report));
                    var now = Moments.stored(clock.instant());
                    decided.require(new Moments(now), report);
                    custody.requireAssignable(decided.postId(), custodian, now);
                    var assigned = report.assigned(decided, custody.holder(custodian));
                    var entry =
                            HistoryEntry.of(
                                    id,
                                    assigned.counter(),
                                    now,
                                    "assignment",
                                    caller,
                                    decided.decision(),
                                    assigned.changesSince(report));
                    var event = Assigned.of(report, decided, caller);
                    var version = register.enter(assigned, entry, event, caller, now);
                    return Answer.ok(version, views.of(assigned, request.language()));
                });
    }
}
