package haicap.casework.reports;

import haicap.casework.deadlines.Deadlines;
import haicap.casework.deadlines.StoredClocks;
import haicap.casework.history.Histories;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows one report to those who may see it. Whatever is read of it is recorded. */
@Component
class ReadCrimeReport {

    private final CrimeReports reports;
    private final Custody custody;
    private final CustodyTrail trail;
    private final Views views;
    private final StoredClocks clocks;
    private final Deadlines deadlines;
    private final Histories histories;
    private final Audit audit;
    private final Clock clock;

    ReadCrimeReport(
            CrimeReports reports,
            Custody custody,
            CustodyTrail trail,
            Views views,
            StoredClocks clocks,
            Deadlines deadlines,
            Histories histories,
            Audit audit,
            Clock clock) {
        this.reports = reports;
        this.custody = custody;
        this.trail = trail;
        this.views = views;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.histories = histories;
        this.audit = audit;
        this.clock = clock;
    }

    CrimeReportView report(String id, Caller caller, Locale locale) {
        seen(id, caller);
        return views.of(reports.get(id), locale);
    }

    CrimeReportFileController.Clocks deadlines(String id, Caller caller, Locale locale) {
        seen(id, caller);
        var now = clock.instant();
        return new CrimeReportFileController.Clocks(
                id, now, deadlines.explained(clocks.of(id), now, locale));
    }

    CrimeReportFileController.Custodians custody(String id, Caller caller) {
        seen(id, caller);
        return new CrimeReportFileController.Custodians(id, trail.of(reports.get(id)));
    }

    Page<Histories.Line> history(String id, Caller caller, Limit limit, @Nullable String cursor) {
        seen(id, caller);
        return histories.of(id, limit, cursor);
    }

    private void seen(String id, Caller caller) {
        custody.requireSight(caller, id, reports.keepersOf(id));
        audit.read(caller, CrimeReports.KIND, id);
    }
}
