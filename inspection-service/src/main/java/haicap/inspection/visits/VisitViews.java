package haicap.inspection.visits;

import haicap.inspection.custody.Custody;
import haicap.inspection.findings.RecordFindings;
import haicap.platform.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Shows a visit with the unit whose matter it is today, and with what it found. */
@Component
class VisitViews {

    private final Custody custody;
    private final RecordFindings findings;
    private final Outbox outbox;

    VisitViews(Custody custody, RecordFindings findings, Outbox outbox) {
        this.custody = custody;
        this.findings = findings;
        this.outbox = outbox;
    }

    VisitView of(Visit visit) {
        return new VisitView(
                visit.id(),
                outbox.version(visit.counter()),
                visit.campaignId(),
                visit.campaignFrom(),
                visit.campaignTo(),
                custody.custodian(visit.unitId(), Visit.OBJECT_CLASS),
                visit.unitId(),
                visit.team(),
                visit.leaderPostId(),
                visit.scheduledOn(),
                visit.state(),
                visit.concludedAt(),
                visit.conclusionNumber(),
                visit.isConcludedEarly(),
                findings.of(visit.id()));
    }
}
