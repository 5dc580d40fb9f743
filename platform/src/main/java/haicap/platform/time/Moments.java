package haicap.platform.time;

import haicap.platform.problems.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * What may be said of the past at a moment: nothing before 2000, nothing of the future but a
 * clock's skew. Never changes; safe for all threads.
 */
public final class Moments {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Instant now;

    public Moments(Instant now) {
        this.now = now;
    }

    /** The present as PostgreSQL keeps it. */
    public static Instant now(Clock clock) {
        return kept(clock.instant());
    }

    /** What PostgreSQL keeps of an instant, so that events and tables say the same. */
    public static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** A day from 2000-01-01 to tomorrow. */
    public List<Fault> check(String pointer, LocalDate day) {
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
    public List<Fault> check(String pointer, Instant instant) {
        return check(pointer, instant, Hanoi.startOf(FIRST));
    }

    /** The instant of a decision on something that began earlier; clocks may differ a little. */
    public List<Fault> checkDecision(String pointer, Instant decidedAt, Instant begunAt) {
        return check(pointer, decidedAt, begunAt.minus(SKEW));
    }

    private List<Fault> check(String pointer, Instant instant, Instant notBefore) {
        if (instant.isAfter(now.plus(SKEW))) {
            return List.of(new Fault(pointer, "instant-in-future", Map.of("now", now)));
        }
        if (instant.isBefore(notBefore)) {
            return List.of(new Fault(pointer, "instant-too-early", Map.of("from", notBefore)));
        }
        return List.of();
    }
}
