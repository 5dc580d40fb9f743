package haicap.platform.deadlines;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that made a due instant what it is. Kept as it was when the clock was set, so that a
 * later calendar does not change the explanation of an older date.
 *
 * @param day the day that the step is about: the one counted to, skipped, or doubted
 * @param nameVi name of the holiday or swap, if it has one
 * @param certainty how sure that day is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Step(
        Kind kind,
        LocalDate day,
        @Nullable String nameVi,
        @Nullable String nameEn,
        @Nullable Certainty certainty) {

    /** What a step does to the term. */
    public enum Kind {
        /** The hours were added; the term ends on this day. */
        HOURS_COUNTED,
        /** The days were counted, the event's own day not among them; this is the last one. */
        DAYS_COUNTED_AFTER_START,
        /** The days were counted, the event's own day being the first; this is the last one. */
        DAYS_COUNTED_WITH_START,
        /** The months were counted to the same day-number. */
        MONTHS_COUNTED,
        /** The later month has no such day-number: its last day instead. */
        MONTH_END_TAKEN,
        /** A day off within a term of working days was not counted. */
        DAY_OFF_NOT_COUNTED,
        /** The last day is not worked: the term passes over it. */
        DAY_OFF_ROLLED_OVER,
        /** This last day rests on a calendar that is not certain. */
        CALENDAR_UNSURE
    }

    static Step of(Kind kind, LocalDate day) {
        return new Step(kind, day, null, null, null);
    }

    static Step of(Kind kind, Day day) {
        return new Step(kind, day.date(), day.nameVi(), day.nameEn(), day.certainty());
    }
}
