package haicap.platform.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, and why then.
 *
 * @param rule the version of the law that set it
 * @param start the instant of the event that started the clock
 * @param due the legal due instant, exclusive: what is done before it is in time, from this very
 *     instant on it is late. A term in days that ends at 24:00 of its last day is due at 00:00 of
 *     the following one
 * @param lastDay the last day of a term in days, months or working days; null for hours
 * @param earliest the earlier reading, for alerts: start day counted, last day not rolled. Never
 *     after {@code due}
 * @param steps each step that made the legal due instant
 */
public record Deadline(
        Rule rule,
        Instant start,
        Instant due,
        @Nullable LocalDate lastDay,
        Instant earliest,
        List<Step> steps) {

    public Deadline {
        if (!due.isAfter(start) || earliest.isAfter(due)) {
            throw new IllegalArgumentException(
                    rule.id() + ": " + start + ", " + earliest + ", " + due + " are out of order");
        }
        steps = List.copyOf(steps);
    }

    /** Where a clock stands, given when it was met, if it was. */
    public static ClockState state(Instant due, @Nullable Instant metAt, Instant now) {
        if (metAt != null) {
            return metAt.isBefore(due) ? ClockState.MET : ClockState.MET_LATE;
        }
        return now.isBefore(due) ? ClockState.RUNNING : ClockState.OVERDUE;
    }
}
