package haicap.platform.time;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The month by which work is reported: from the 15th to the 14th, by the days of Hanoi.
 *
 * @param firstDay a 15th
 */
public record ReportingMonth(LocalDate firstDay) {

    private static final int CUT_OFF = 15;

    /** The month in which the instant lies. */
    public static ReportingMonth of(Instant instant) {
        var day = Hanoi.dayOf(instant);
        var cutOff = day.withDayOfMonth(CUT_OFF);
        return new ReportingMonth(day.isBefore(cutOff) ? cutOff.minusMonths(1) : cutOff);
    }

    /** Its first instant. */
    public Instant from() {
        return Hanoi.startOf(firstDay);
    }

    /** The first instant of the next. */
    public Instant until() {
        return Hanoi.startOf(firstDay.plusMonths(1));
    }
}
