package haicap.platform.audit;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** How far the audit is sealed, and the end of what was kept long enough. Safe for all threads. */
@Component
public class Sealed {

    private final Seals seals;

    Sealed(Seals seals) {
        this.seals = seals;
    }

    /** Rows that no seal covers yet. */
    public long unsealed() {
        return seals.unsealed().rows();
    }

    /** Rows under seals that are older than that and still have their rows. */
    public long olderThan(Duration age) {
        return seals.olderThan(longer(age));
    }

    /** Gives up the rows of one seal that is older than that; gives how many rows went. */
    public int dispose(Duration age) {
        return seals.dispose(longer(age));
    }

    private static Duration longer(Duration age) {
        return age.compareTo(VerifyAudit.KEPT_AT_LEAST) > 0 ? age : VerifyAudit.KEPT_AT_LEAST;
    }
}
