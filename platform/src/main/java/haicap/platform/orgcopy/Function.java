package haicap.platform.orgcopy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A function that somebody has to perform: staff work, residence, driving licences.
 *
 * @param id stable and never reused, such as {@code fn-staff}
 * @param level who performs it: one body of the city, or each commune in its own area
 * @param sole whether only one holder may have it on a day
 * @param field the field of work whose matters go to whoever performs it; null for none
 * @param validTo first day on which nobody has to perform it any more
 */
public record Function(
        String id,
        String nameVi,
        String nameEn,
        Level level,
        boolean sole,
        @Nullable String field,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** By what id a function is told from a unit wherever either can stand. */
    public static final String PREFIX = "fn-";

    /** The staff work for the command: sees and steers the work of all units. */
    public static final String STAFF = "fn-staff";

    /** Posts and appointments. */
    public static final String PERSONNEL = "fn-personnel";

    /** The criminal investigations of the Police Investigation Agency; several departments. */
    public static final String INVESTIGATION = "fn-investigation";

    /** The office of that agency. */
    public static final String INVESTIGATION_OFFICE = "fn-investigation-office";

    /** The head of that agency: a post, by decision. */
    public static final String INVESTIGATION_HEAD = "fn-investigation-head";

    /** At which level a function is performed. */
    public enum Level {
        CITY,
        COMMUNE
    }

    /** Whether it is to be performed on that day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
