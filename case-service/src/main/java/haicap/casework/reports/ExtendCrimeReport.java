package haicap.casework.reports;

import haicap.casework.deadlines.CrimeReportLaw;
import haicap.casework.reports.CrimeReportEvent.Extended;
import haicap.casework.reports.Decisions.Decided;
import haicap.platform.access.Caller;
import haicap.platform.writes.Answer;
import haicap.platform.writes.WriteRequest;
import org.springframework.stereotype.Component;

/** Extends the term in which the agency must decide (BLTTHS Điều 147(2)), once. */
@Component
class ExtendCrimeReport {

    private final Decisions decisions;
    private final Authority authority;
    private final Custody custody;
    private final CrimeReportLaw law;

    ExtendCrimeReport(
            Decisions decisions, Authority authority, Custody custody, CrimeReportLaw law) {
        this.decisions = decisions;
        this.authority = authority;
        this.custody = custody;
        this.law = law;
    }

    Answer extend(String id, Ruling decided, Caller caller, WriteRequest request) {
        return decisions.take(
                id,
                "extension",
                decided,
                caller,
                request,
                report -> authority.requireExtension(caller, report),
                (report, now) -> {
                    authority.requireWithAgency(report);
                    var extended = report.extended(decided.at(), custody.holderOf(report), law);
                    return new Decided(extended, Extended.of(extended, decided, caller));
                });
    }
}
