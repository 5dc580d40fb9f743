package haicap.platform.deadlines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a time limit of the law. The version in force on the local day of the event that
 * starts a clock governs that clock to its end.
 *
 * @param id name of the limit, stable over its versions
 * @param validFrom first day in force
 * @param validTo first day no longer in force; null while it is in force
 * @param article where the law says so
 * @param trigger the event that starts the clock
 * @param condition facts that must hold at that event
 * @param countStartDay whether the event's own day is the first one counted
 * @param obliges who must act
 * @param metBy the event that meets the clock
 * @param duty by which name it is reported as fulfilled; null for what an action fulfils
 */
public record Rule(
        String id,
        int version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String article,
        String titleVi,
        String titleEn,
        String trigger,
        Condition condition,
        int amount,
        TermUnit unit,
        boolean countStartDay,
        Roll roll,
        Obliged obliges,
        String metBy,
        Certainty certainty,
        @Nullable String duty) {

    public Rule {
        if (version < 1 || amount < 1) {
            throw new IllegalArgumentException(id + ": version and amount start at 1");
        }
        if (validTo != null && !validTo.isAfter(validFrom)) {
            throw new IllegalArgumentException(id + " v" + version + " is never in force");
        }
        if (countStartDay && (unit == TermUnit.HOUR || unit == TermUnit.MONTH)) {
            throw new IllegalArgumentException(id + ": a start day counts only in terms of days");
        }
        if (roll != Roll.NONE && (unit == TermUnit.HOUR || unit == TermUnit.WORKING_DAY)) {
            throw new IllegalArgumentException(id + ": only a last calendar day can roll");
        }
    }

    /** Whether this version governs what starts on the given day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    boolean overlaps(Rule other) {
        return inForceOn(other.validFrom) || other.inForceOn(validFrom);
    }
}
