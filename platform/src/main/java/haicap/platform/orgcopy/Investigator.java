package haicap.platform.orgcopy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An officer as an investigator of a grade, from a day on.
 *
 * @param validTo first day on which he holds the grade no more; null while he does
 */
public record Investigator(
        String id,
        String serviceNumber,
        Grade grade,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String certainty) {

    /** Whether the grade is held on that day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
