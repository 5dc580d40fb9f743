package haicap.casework.reports;

import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
import haicap.platform.time.BackDating;
import haicap.platform.time.Hanoi;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be said of the past: nothing before 2000, nothing of the future but a clock's skew. */
final class Moments {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Instant now;
    private final @Nullable BackDating backDating;

    /** Old papers may be of any age. */
    Moments(Instant now) {
        this(now, null);
    }

    /** What is recorded now may be dated back only so far. */
    Moments(Instant now, @Nullable BackDating backDating) {
        this.now = now;
        this.backDating = backDating;
    }

    /** A day from 2000-01-01 to tomorrow. */
    List<Fault> check(String pointer, LocalDate day) {
        var tomorrow = Hanoi.dayOf(now).plusDays(1);
        return day.isBefore(FIRST) || day.isAfter(tomorrow)
                ? List.of(
                        new Fault(
                                pointer,
                                "date-out-of-range",
                                Map.of("from", FIRST, "to", tomorrow)))
                : List.of();
    }

    /** An instant that has been. */
    List<Fault> check(String pointer, Instant instant) {
        return check(pointer, instant, Hanoi.startOf(FIRST));
    }

    /** The instant of a decision on something received earlier; clocks may differ a little. */
    List<Fault> checkDecision(String pointer, Instant decidedAt, Instant receivedAt) {
        return check(pointer, decidedAt, receivedAt.minus(SKEW));
    }

    /** Refuses with 422 what was done before something else, or is still to come. */
    void requireSince(String pointer, Instant done, Instant earlier) {
        var faults = checkDecision(pointer, done, earlier);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private List<Fault> check(String pointer, Instant instant, Instant notBefore) {
        if (instant.isAfter(now.plus(SKEW))) {
            return List.of(new Fault(pointer, "instant-in-future", Map.of("now", now)));
        }
        if (instant.isBefore(notBefore)) {
            return List.of(new Fault(pointer, "instant-too-early", Map.of("from", notBefore)));
        }
        return backDating != null && instant.isBefore(backDating.earliest(now))
                ? List.of(
                        new Fault(pointer, "dated-back-too-far", Map.of("days", backDating.days())))
                : List.of();
    }

    /** What PostgreSQL keeps of an instant, so that events and tables say the same. */
    static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
