package haicap.platform.records;

import haicap.platform.problems.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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

    private static final Duration SKEW = Duration.ofMinutes(1);

    public Decision {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Refuses with 422 a decision of the future, or from before what it is about; clocks differ.
     */
    public void require(Instant notBefore, Instant now) {
        require("/decidedAt", at, notBefore, now);
    }

    /** The same for any other moment that a request tells. */
    public static void require(String pointer, Instant told, Instant notBefore, Instant now) {
        if (told.isAfter(now.plus(SKEW))) {
            throw Refusal.invalid(pointer, "instant-in-future", Map.of("now", now));
        }
        if (told.isBefore(notBefore.minus(SKEW))) {
            throw Refusal.invalid(pointer, "instant-too-early", Map.of("from", notBefore));
        }
    }
}
