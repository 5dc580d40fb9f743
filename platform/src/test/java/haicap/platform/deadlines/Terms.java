package haicap.platform.deadlines;

import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Rules and instants named by what matters in a test. */
final class Terms {

    static final DeadlineCalculator RECKONER = new DeadlineCalculator(WorkCalendar.ofSeeds());

    private Terms() {}

    static Rule hours(int amount) {
        return rule(amount, TermUnit.HOUR, false, Roll.NONE);
    }

    static Rule days(int amount) {
        return rule(amount, TermUnit.DAY, false, Roll.NONE);
    }

    static Rule daysWithStart(int amount) {
        return rule(amount, TermUnit.DAY, true, Roll.NONE);
    }

    static Rule rollingDays(int amount) {
        return rule(amount, TermUnit.DAY, false, Roll.NEXT_WORKING_DAY);
    }

    static Rule months(int amount) {
        return rule(amount, TermUnit.MONTH, false, Roll.NONE);
    }

    static Rule rollingMonths(int amount) {
        return rule(amount, TermUnit.MONTH, false, Roll.NEXT_WORKING_DAY);
    }

    static Rule workingDays(int amount) {
        return rule(amount, TermUnit.WORKING_DAY, false, Roll.NONE);
    }

    static Rule workingDaysWithStart(int amount) {
        return rule(amount, TermUnit.WORKING_DAY, true, Roll.NONE);
    }

    static Rule rule(int amount, TermUnit unit, boolean countStartDay, Roll roll) {
        return rule("TERM", 1, "2018-01-01", null, amount, unit, countStartDay, roll);
    }

    static Rule version(int version, String validFrom, String validTo) {
        return rule("TERM", version, validFrom, validTo, 1, TermUnit.DAY, false, Roll.NONE);
    }

    private static Rule rule(
            String id,
            int version,
            String validFrom,
            String validTo,
            int amount,
            TermUnit unit,
            boolean countStartDay,
            Roll roll) {
        return new Rule(
                id,
                version,
                LocalDate.parse(validFrom),
                validTo == null ? null : LocalDate.parse(validTo),
                "Điều 1",
                "Việc phải làm",
                "What must be done",
                "started",
                Condition.parse(""),
                amount,
                unit,
                countStartDay,
                roll,
                Obliged.COMMUNE,
                "done",
                Certainty.PUBLISHED,
                null);
    }

    /** An instant by the local clock, such as {@code 2025-03-10T09:30}. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Hanoi.ZONE).toInstant();
    }

    /** 24:00 of the day. */
    static Instant endOf(String day) {
        return Hanoi.startOf(LocalDate.parse(day).plusDays(1));
    }
}
