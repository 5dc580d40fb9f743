package haicap.casework.reports;

import haicap.casework.deadlines.Deadlines;
import haicap.platform.outbox.Outbox;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Shows a report with its custodian and clocks. */
@Component
class Views {

    private final Custody custody;
    private final Deadlines deadlines;
    private final Outbox outbox;
    private final Clock clock;

    Views(Custody custody, Deadlines deadlines, Outbox outbox, Clock clock) {
        this.custody = custody;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.clock = clock;
    }

    CrimeReportView of(CrimeReport report, Locale locale) {
        var reported = report.reported();
        var standing = report.standing();
        var how = standing.conclusion();
        var due = report.due();
        return new CrimeReportView(
                report.id(),
                outbox.version(report.counter()),
                custody.custodian(report.unitId()),
                standing.receivedBy(),
                report.state(),
                reported.category(),
                reported.severity(),
                reported.channel(),
                reported.urgent(),
                reported.occurredOn(),
                reported.receivedAt(),
                due == null ? null : due.at(),
                due == null ? null : due.rule(),
                report.assignedPostId(),
                how == null ? null : how.outcome(),
                how == null ? null : how.at(),
                how == null ? null : how.byUnitId(),
                standing.handOvers(),
                reported.summary(),
                deadlines.brief(report.clocks(), clock.instant(), locale));
    }
}
