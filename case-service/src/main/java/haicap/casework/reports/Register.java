package haicap.casework.reports;

import haicap.casework.history.HistoryEntry;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.events.Version;
import haicap.platform.outbox.Outbox;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Enters a report's new version: saved with its history, audited, announced. */
@Component
class Register {

    private final CrimeReports reports;
    private final Audit audit;
    private final Outbox outbox;

    Register(CrimeReports reports, Audit audit, Outbox outbox) {
        this.reports = reports;
        this.audit = audit;
        this.outbox = outbox;
    }

    Version enter(
            CrimeReport report,
            HistoryEntry entry,
            CrimeReportEvent event,
            Caller by,
            Instant now) {
        if (report.counter() == 1) {
            reports.receive(report, entry);
        } else {
            reports.save(report, entry);
        }
        audit.wrote(by, "crime-report." + entry.action(), CrimeReports.KIND, report.id(), Map.of());
        return outbox.append(event.about(report, now));
    }

    Version version(CrimeReport report) {
        return outbox.version(report.counter());
    }
}
