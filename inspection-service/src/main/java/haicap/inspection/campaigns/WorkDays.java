package haicap.inspection.campaigns;

import haicap.platform.deadlines.WorkCalendar;
import java.time.LocalDate;
import java.util.List;

/** The days of a campaign on which a team travels: those that are worked, or all if none is. */
final class WorkDays {

    private static final WorkCalendar CALENDAR = WorkCalendar.ofSeeds();

    private final List<LocalDate> days;

    private WorkDays(List<LocalDate> days) {
        this.days = days;
    }

    static WorkDays of(LocalDate first, LocalDate last) {
        var all = first.datesUntil(last.plusDays(1)).toList();
        var worked = all.stream().filter(day -> CALENDAR.day(day).worked()).toList();
        return new WorkDays(worked.isEmpty() ? all : worked);
    }

    /** The day of one of several visits, in their order, spread evenly. */
    LocalDate of(int visit, int visits) {
        return days.get((int) ((long) visit * days.size() / visits));
    }
}
