package haicap.casework.recount;

import haicap.platform.time.Hanoi;
import java.time.Instant;

/**
 * A reporting month runs from the 15th to the 14th.
 *
 * @param to 00:00 of the next 15th, exclusive
 */
record ReportingMonth(Instant from, Instant to) {

    private static final int FIRST_DAY = 15;

    static ReportingMonth at(Instant at) {
        var day = Hanoi.dayOf(at);
        var fifteenth = day.withDayOfMonth(FIRST_DAY);
        var first = day.isBefore(fifteenth) ? fifteenth.minusMonths(1) : fifteenth;
        return new ReportingMonth(Hanoi.startOf(first), Hanoi.startOf(first.plusMonths(1)));
    }
}
