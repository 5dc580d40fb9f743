package haicap.platform.deadlines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar knows of a day.
 *
 * @param worked whether it is a working day
 * @param nameVi why it is off, or worked although a Saturday; null for plain weekdays and weekends
 * @param certainty how sure that is
 */
public record Day(
        LocalDate date,
        boolean worked,
        @Nullable String nameVi,
        @Nullable String nameEn,
        Certainty certainty) {}
