package haicap.inspection.findings;

import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The last day for a remedy: not past when it is set, and not so far that nobody waits for it. */
final class LastDay {

    private static final int MOST_YEARS = 2;

    private LastDay() {}

    /** Refuses with 422 a last day that has been. */
    static void requireToCome(LocalDate dueOn, Instant now) {
        var faults = faults("/dueOn", dueOn, Hanoi.dayOf(now));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    static List<Fault> faults(String pointer, LocalDate day, LocalDate from) {
        if (day.isBefore(from)) {
            return List.of(new Fault(pointer, "due-too-early", Map.of("from", from)));
        }
        var until = from.plusYears(MOST_YEARS);
        return day.isAfter(until)
                ? List.of(new Fault(pointer, "due-too-late", Map.of("until", until)))
                : List.of();
    }
}
