package haicap.platform.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request to do something by a written decision. */
public interface DecisionRequest {

    /** Of the document. */
    String decisionNumber();

    /** When it was signed. */
    Instant decidedAt();

    default @Nullable String ground() {
        return null;
    }

    default @Nullable String note() {
        return null;
    }

    default Decision decision() {
        return new Decision(decisionNumber(), decidedAt(), ground(), note());
    }
}
