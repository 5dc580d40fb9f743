package haicap.inspection.findings;

import haicap.inspection.history.Entry;
import haicap.inspection.history.Histories;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.events.Version;
import haicap.platform.outbox.Outbox;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Enters a finding's new version: saved with its history, audited, announced. */
@Component
class FindingRegister {

    private final Findings findings;
    private final Histories histories;
    private final Audit audit;
    private final Outbox outbox;

    FindingRegister(Findings findings, Histories histories, Audit audit, Outbox outbox) {
        this.findings = findings;
        this.histories = histories;
        this.audit = audit;
        this.outbox = outbox;
    }

    Version enter(Finding finding, Entry entry, FindingEvent event, Caller by) {
        findings.save(finding);
        histories.append(entry);
        audit.wrote(by, "finding." + entry.action(), Finding.KIND, finding.id(), Map.of());
        return outbox.append(event.about(finding));
    }

    Version version(Finding finding) {
        return outbox.version(finding.counter());
    }
}
