package haicap.platform.deadlines;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which days are worked: weekends and the table of holidays, substitutes and swapped days. Days off
 * are decided each year by the government, so they are never computed; a year whose list is not
 * out, or that the table does not reach, makes its days unsure. Never changes; safe for all
 * threads.
 */
public final class WorkCalendar {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Map<LocalDate, Day> named = new HashMap<>();
    private final Map<Integer, Certainty> years = new HashMap<>();

    WorkCalendar(List<Day> days) {
        for (var day : days) {
            if (named.put(day.date(), day) != null) {
                throw new IllegalStateException(day.date() + " stands twice in the calendar");
            }
            years.merge(
                    day.date().getYear(),
                    day.certainty() == Certainty.STATUTORY
                            ? Certainty.STATUTORY
                            : Certainty.PUBLISHED,
                    (a, b) -> a == Certainty.PUBLISHED ? a : b);
        }
    }

    /** Reads {@code seeds/holidays.csv} from the classpath. */
    public static WorkCalendar ofSeeds() {
        return new WorkCalendar(
                Csv.onClasspath("/seeds/holidays.csv").stream().map(WorkCalendar::row).toList());
    }

    /** What is known of the day; every day has an answer. */
    public Day day(LocalDate date) {
        var known = named.get(date);
        return known != null
                ? known
                : new Day(
                        date,
                        !WEEKEND.contains(date.getDayOfWeek()),
                        null,
                        null,
                        years.getOrDefault(date.getYear(), Certainty.BEYOND_TABLE));
    }

    private static Day row(NamedCsvRecord row) {
        return new Day(
                LocalDate.parse(row.getField("date")),
                row.getField("kind").equals("SWAPPED_WORK"),
                row.getField("name_vi"),
                row.getField("name_en"),
                Certainty.valueOf(row.getField("certainty")));
    }
}
