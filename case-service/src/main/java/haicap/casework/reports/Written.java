package haicap.casework.reports;

import haicap.casework.history.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A written decision on a report, as its signer states it. */
interface Written {

    String decisionNumber();

    Instant decidedAt();

    @Nullable String ground();

    @Nullable String note();

    default Decision decision() {
        return new Decision(decisionNumber(), at(), ground(), note());
    }

    /** When it was decided, as it is kept. */
    default Instant at() {
        return Moments.stored(decidedAt());
    }

    /** Nobody decides on a report before it came to the unit, nor in the future. */
    default void require(Moments moments, CrimeReport report) {
        moments.requireSince("/decidedAt", decidedAt(), report.cameAt());
    }
}
