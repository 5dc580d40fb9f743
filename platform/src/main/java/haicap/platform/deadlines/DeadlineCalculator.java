package haicap.platform.deadlines;

import haicap.platform.deadlines.Step.Kind;
import haicap.platform.time.Hanoi;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes due instants by BLTTHS Điều 134: a pure function of rule, start and calendar. Safe for
 * all threads.
 *
 * <ol>
 *   <li>Hours run from instant to instant. Days, months and working days are counted on the local
 *       calendar and end at 24:00 of the last day.
 *   <li>A last day that is not worked rolls as the rule says, day by day, each with its reason.
 *   <li>The law leaves open whether the start day counts and whether terms in days roll. The rule
 *       decides for the legal date; the earlier reading is computed beside it, for alerts.
 * </ol>
 */
public final class DeadlineCalculator {

    private final WorkCalendar calendar;

    public DeadlineCalculator(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** The deadline of a rule whose clock started at the instant. */
    public Deadline deadline(Rule rule, Instant start) {
        var startDay = Hanoi.dayOf(start);
        var steps = new ArrayList<Step>();
        if (rule.unit() == TermUnit.HOUR) {
            var due = start.plus(Duration.ofHours(rule.amount()));
            steps.add(Step.of(Kind.HOURS_COUNTED, Hanoi.dayOf(due)));
            return new Deadline(rule, start, due, null, due, steps);
        }
        var lastDay = count(rule, startDay, rule.countStartDay(), steps);
        if (rule.roll() == Roll.NEXT_WORKING_DAY) {
            lastDay = rolled(lastDay, steps);
        }
        return new Deadline(
                rule, start, endOf(lastDay), lastDay, endOf(earlierReading(rule, startDay)), steps);
    }

    private LocalDate earlierReading(Rule rule, LocalDate startDay) {
        return count(rule, startDay, rule.unit() != TermUnit.MONTH, new ArrayList<>());
    }

    private LocalDate count(Rule rule, LocalDate startDay, boolean startCounts, List<Step> steps) {
        return switch (rule.unit()) {
            case HOUR -> throw new IllegalArgumentException(rule.id() + " has no last day");
            case DAY -> {
                var last = startDay.plusDays(rule.amount() - (startCounts ? 1 : 0));
                steps.add(Step.of(counted(startCounts), last));
                yield last;
            }
            case MONTH -> {
                var last = startDay.plusMonths(rule.amount());
                var sameNumber = last.getDayOfMonth() == startDay.getDayOfMonth();
                steps.add(Step.of(sameNumber ? Kind.MONTHS_COUNTED : Kind.MONTH_END_TAKEN, last));
                yield last;
            }
            case WORKING_DAY -> workingDays(rule.amount(), startDay, startCounts, steps);
        };
    }

    private LocalDate workingDays(
            int amount, LocalDate startDay, boolean startCounts, List<Step> steps) {
        var date = startCounts ? startDay : startDay.plusDays(1);
        for (int left = amount; ; date = date.plusDays(1)) {
            var day = calendar.day(date);
            if (!day.worked()) {
                steps.add(Step.of(Kind.DAY_OFF_NOT_COUNTED, day));
            } else if (--left == 0) {
                steps.add(Step.of(counted(startCounts), date));
                noteDoubt(day, steps);
                return date;
            }
        }
    }

    private LocalDate rolled(LocalDate lastDay, List<Step> steps) {
        var day = calendar.day(lastDay);
        while (!day.worked()) {
            steps.add(Step.of(Kind.DAY_OFF_ROLLED_OVER, day));
            day = calendar.day(day.date().plusDays(1));
        }
        noteDoubt(day, steps);
        return day.date();
    }

    private static void noteDoubt(Day day, List<Step> steps) {
        if (day.certainty() != Certainty.PUBLISHED) {
            steps.add(Step.of(Kind.CALENDAR_UNSURE, day));
        }
    }

    private static Kind counted(boolean startCounts) {
        return startCounts ? Kind.DAYS_COUNTED_WITH_START : Kind.DAYS_COUNTED_AFTER_START;
    }

    private static Instant endOf(LocalDate lastDay) {
        return Hanoi.startOf(lastDay.plusDays(1));
    }
}
