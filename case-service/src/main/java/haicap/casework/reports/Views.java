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
        var due = report.due();
        return new CrimeReportView(
                report.id(),
                outbox.version(report.counter()),
                custody.custodian(report.unitId()),
                report.unitId(),
                report.state(),
                report.category(),
                report.severity(),
                report.channel(),
                report.urgent(),
                report.occurredOn(),
                report.receivedAt(),
                due == null ? null : due.at(),
                due == null ? null : due.rule(),
                report.assignedPostId(),
                report.summary(),
                deadlines.brief(report.clocks(), clock.instant(), locale));
    }
}
