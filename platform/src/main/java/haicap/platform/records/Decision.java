package haicap.platform.records;

import haicap.platform.problems.Refusal;
import haicap.platform.time.Moments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The written decision that a transition carries; the signer is the caller's post. Clocks go by the
 * moment of recording, so that nobody meets one by the date that he writes himself.
 *
 * @param number of the document
 * @param at when it was signed
 * @param ground legal ground
 */
public record Decision(String number, Instant at, @Nullable String ground, @Nullable String note) {

    public Decision {
        at = Moments.kept(at);
    }

    /**
     * Refuses with 422 a decision of the future, or from before what it is about; clocks differ.
     */
    public void require(Instant notBefore, Instant now) {
        require("/decidedAt", at, notBefore, now);
    }

    /** The same for any other moment that a request tells. */
    public static void require(String pointer, Instant told, Instant notBefore, Instant now) {
        var faults = new Moments(now).checkDecision(pointer, told, notBefore);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
