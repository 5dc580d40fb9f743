package haicap.casework.reports;

import haicap.casework.deadlines.CrimeReportLaw;
import haicap.casework.reports.CrimeReportEvent.Classified;
import haicap.casework.reports.Decisions.Decided;
import haicap.platform.access.Caller;
import haicap.platform.writes.Answer;
import haicap.platform.writes.WriteRequest;
import org.springframework.stereotype.Component;

/** Decides the class of a report, or corrects it; a decision of the unit's command. */
@Component
class ClassifyCrimeReport {

    private final Decisions decisions;
    private final Authority authority;
    private final Custody custody;
    private final CrimeReportLaw law;

    ClassifyCrimeReport(
            Decisions decisions, Authority authority, Custody custody, CrimeReportLaw law) {
        this.decisions = decisions;
        this.authority = authority;
        this.custody = custody;
        this.law = law;
    }

    Answer classify(String id, Classification decided, Caller caller, WriteRequest request) {
        return decisions.take(
                id,
                "classification",
                decided,
                caller,
                request,
                report -> authority.requireCommand(caller, report),
                (report, now) -> {
                    var holder = custody.holderOf(report);
                    var classified = report.classified(decided, holder, law);
                    return new Decided(
                            classified, Classified.of(report, classified, decided, caller));
                });
    }
}
