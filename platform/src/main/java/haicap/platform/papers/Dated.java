package haicap.platform.papers;

import haicap.platform.problems.Fault;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The day that a paper bears. */
final class Dated {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private Dated() {}

    /** What is wrong with a day that does not lie between 2000 and tomorrow. */
    static List<Fault> check(LocalDate day, Instant now) {
        var tomorrow = Hanoi.dayOf(now).plusDays(1);
        return day.isBefore(FIRST) || day.isAfter(tomorrow)
                ? List.of(
                        new Fault(
                                "/dated",
                                "date-out-of-range",
                                Map.of("from", FIRST, "to", tomorrow)))
                : List.of();
    }
}
