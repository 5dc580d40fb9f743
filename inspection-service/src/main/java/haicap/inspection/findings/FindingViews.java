package haicap.inspection.findings;

import haicap.inspection.custody.Custody;
import haicap.platform.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Shows a finding with the unit whose matter it is today. */
@Component
class FindingViews {

    private final Custody custody;
    private final Outbox outbox;

    FindingViews(Custody custody, Outbox outbox) {
        this.custody = custody;
        this.outbox = outbox;
    }

    FindingView of(Finding finding) {
        var remedy = finding.remedy();
        return new FindingView(
                finding.id(),
                outbox.version(finding.counter()),
                finding.visitId(),
                finding.campaignId(),
                custody.custodian(finding.unitId(), Finding.OBJECT_CLASS),
                finding.unitId(),
                finding.topic(),
                finding.severity(),
                finding.state(),
                finding.text(),
                finding.ownerPostId(),
                finding.dueOn(),
                finding.dueAt(),
                finding.recordedAt(),
                remedy == null ? null : remedy.text(),
                remedy == null ? null : remedy.at(),
                remedy == null ? null : remedy.byPost());
    }
}
