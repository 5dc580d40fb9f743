package haicap.casework.reports;

import haicap.casework.deadlines.CrimeReportLaw;
import haicap.casework.history.HistoryEntry;
import haicap.casework.reports.CrimeReportEvent.Classified;
import haicap.platform.access.Caller;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Decides the class of a report, or corrects it; a decision of the unit's command. */
@Component
class ClassifyCrimeReport {

    private final Writes writes;
    private final CrimeReports reports;
    private final CrimeReportLaw law;
    private final Custody custody;
    private final Register register;
    private final Views views;
    private final Clock clock;

    ClassifyCrimeReport(
            Writes writes,
            CrimeReports reports,
            CrimeReportLaw law,
            Custody custody,
            Register register,
            Views views,
            Clock clock) {
        this.writes = writes;
        this.reports = reports;
        this.law = law;
        this.custody = custody;
        this.register = register;
        this.views = views;
        this.clock = clock;
    }

    Answer classify(String id, Classification decided, Caller caller, WriteRequest request) {
        var custodian = custody.commandedBy(caller, id, reports.unitOf(id));
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var report = reports.get(id);
                    request.requireMatch(register.version(report));
                    var now = Moments.stored(clock.instant());
                    decided.require(new Moments(now), report);
                    var classified = report.classified(decided, custody.holder(custodian), law);
                    var entry =
                            HistoryEntry.of(
                                    id,
                                    classified.counter(),
                                    now,
                                    "classification",
                                    caller,
                                    decided.decision(),
                                    classified.changesSince(report));
                    var event = Classified.of(report, classified, decided, caller);
                    var version = register.enter(classified, entry, event, caller, now);
                    return Answer.ok(version, views.of(classified, request.language()));
                });
    }
}
