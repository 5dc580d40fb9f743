package haicap.platform.retention;

import haicap.platform.audit.Sealed;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Rows of the audit, a seal at a time: the seals themselves stay for ever. */
@Component
class ProvedAudit implements RecordClass {

    private final Sealed sealed;

    ProvedAudit(Sealed sealed) {
        this.sealed = sealed;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public long due(Duration age) {
        return sealed.olderThan(age);
    }

    @Override
    public int dispose(Duration age, int atMost) {
        return sealed.dispose(age);
    }
}
