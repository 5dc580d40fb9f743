package haicap.casework.reports;

import haicap.casework.deadlines.CrimeReportLaw;
import haicap.casework.reports.CrimeReportEvent.HandedOver;
import haicap.casework.reports.Decisions.Decided;
import haicap.platform.access.Caller;
import haicap.platform.writes.Answer;
import haicap.platform.writes.WriteRequest;
import org.springframework.stereotype.Component;

/** Hands a report over to a department of the investigation agency; its chief decides. */
@Component
class HandOverCrimeReport {

    private final Decisions decisions;
    private final Authority authority;
    private final Custody custody;
    private final CrimeReportLaw law;

    HandOverCrimeReport(
            Decisions decisions, Authority authority, Custody custody, CrimeReportLaw law) {
        this.decisions = decisions;
        this.authority = authority;
        this.custody = custody;
        this.law = law;
    }

    Answer handOver(String id, HandOver decided, Caller caller, WriteRequest request) {
        return decisions.take(
                id,
                "hand-over",
                decided,
                caller,
                request,
                report -> authority.requireHandOver(caller, report),
                (report, now) -> {
                    report.state().requireOpen(id);
                    var custodian = custody.custodian(report.unitId());
                    authority.requireReceiver(decided.toUnitId(), custodian);
                    var receiver = custody.holder(decided.toUnitId());
                    return new Decided(
                            report.handedOver(decided, custodian, receiver, law, now),
                            HandedOver.of(decided, custodian, caller));
                });
    }
}
