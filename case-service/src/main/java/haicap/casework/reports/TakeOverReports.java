package haicap.casework.reports;

import haicap.platform.access.Caller;
import haicap.platform.ids.Ids;
import haicap.platform.records.Decision;
import haicap.platform.records.Records;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes reports of what old registers have: told as a state, never as something that happens. */
@Component
public class TakeOverReports {

    private final Records<CrimeReport> reports;
    private final CrimeReportLaw law;
    private final CrimeReportRights rights;

    TakeOverReports(Records<CrimeReport> reports, CrimeReportLaw law, CrimeReportRights rights) {
        this.reports = reports;
        this.law = law;
        this.rights = rights;
    }

    /** Whether the law set a time limit for what was received then; else it would never be due. */
    public boolean hasLaw(String unitId, ReceiptRequest told) {
        return !law.onReceipt(rights.holder(unitId), told.isUrgent(), told.receivedAt())
                .all()
                .isEmpty();
    }

    /**
     * Takes one over; part of the transaction at hand.
     *
     * @param how it ended; null while it goes on
     * @param decision the paper on which it ended
     * @return its id
     */
    public String takeOver(
            String unitId,
            String registerNumber,
            ReceiptRequest told,
            @Nullable Conclusion how,
            @Nullable Decision decision,
            Caller by,
            Instant now) {
        var id = Ids.next("cr");
        var holder = rights.holder(unitId);
        var report =
                CrimeReport.received(id, unitId, holder, told).asRegistered(registerNumber, how);
        var clocks = law.onReceipt(holder, report.urgent(), report.receivedAt());
        var running = how == null ? clocks : law.onOldDecision(clocks, how.at());
        reports.takeOver(CrimeReportType.IMPORT.of(report).with(running), decision, by, now);
        return id;
    }
}
