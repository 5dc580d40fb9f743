package haicap.org.appointments;

import haicap.platform.problems.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paper behind a transition: number and time of the decision, and why. */
record Decision(
        String decisionNumber, Instant decidedAt, @Nullable String ground, @Nullable String note) {

    private static final Instant EARLIEST = Instant.parse("1999-12-31T17:00:00Z");

    void requireDecidedBy(Instant now) {
        if (decidedAt.isBefore(EARLIEST) || decidedAt.isAfter(now.plus(Duration.ofDays(1)))) {
            throw Refusal.invalid("/decidedAt", "decided-at-implausible", Map.of("at", decidedAt));
        }
    }
}
