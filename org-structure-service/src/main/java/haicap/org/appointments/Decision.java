package haicap.org.appointments;

import haicap.platform.problems.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paper behind a transition: number and time of the decision, and why. How far it may lie back
 * says the form.
 */
record Decision(
        String decisionNumber, Instant decidedAt, @Nullable String ground, @Nullable String note) {

    void requireDecidedBy(Instant now) {
        if (decidedAt.isAfter(now.plus(Duration.ofDays(1)))) {
            throw Refusal.invalid("/decidedAt", "decided-at-implausible", Map.of("at", decidedAt));
        }
    }
}
