package haicap.casework.reports;

import haicap.casework.deadlines.CrimeReportLaw;
import haicap.casework.reports.CrimeReportEvent.Instituted;
import haicap.casework.reports.CrimeReportEvent.Refused;
import haicap.casework.reports.Decisions.Decided;
import haicap.platform.access.Caller;
import haicap.platform.writes.Answer;
import haicap.platform.writes.WriteRequest;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Ends a report: a case is instituted, or it is decided not to institute one. */
@Component
class DecideOnInstitution {

    private final Decisions decisions;
    private final Authority authority;
    private final Custody custody;
    private final CrimeReportLaw law;

    DecideOnInstitution(
            Decisions decisions, Authority authority, Custody custody, CrimeReportLaw law) {
        this.decisions = decisions;
        this.authority = authority;
        this.custody = custody;
        this.law = law;
    }

    Answer institute(String id, Ruling decided, Caller caller, WriteRequest request) {
        return conclude(
                id,
                Outcome.INSTITUTED,
                decided,
                caller,
                request,
                () -> Instituted.of(decided, caller));
    }

    Answer refuse(String id, Ruling decided, Caller caller, WriteRequest request) {
        return conclude(
                id, Outcome.REFUSED, decided, caller, request, () -> Refused.of(decided, caller));
    }

    private Answer conclude(
            String id,
            Outcome outcome,
            Ruling decided,
            Caller caller,
            WriteRequest request,
            Supplier<CrimeReportEvent> event) {
        return decisions.take(
                id,
                action(outcome),
                decided,
                caller,
                request,
                report -> authority.requireInstitution(caller, report),
                (report, now) -> {
                    report.state().requireOpen(id);
                    authority.requireWithAgency(report);
                    var how = new Conclusion(outcome, decided.at(), caller.post().unitId());
                    return new Decided(
                            report.concluded(how, custody.holderOf(report), law), event.get());
                });
    }

    private static String action(Outcome outcome) {
        return switch (outcome) {
            case INSTITUTED -> "institution";
            case REFUSED -> "refusal";
        };
    }
}
