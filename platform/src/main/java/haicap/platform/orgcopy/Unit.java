package haicap.platform.orgcopy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the organisation.
 *
 * @param id stable and never reused, such as {@code 00004-20250701}
 * @param code identifies a unit only together with a date
 * @param validTo first day on which the unit is no more; null while it is in force
 */
public record Unit(
        String id,
        String code,
        String name,
        String type,
        Tier tier,
        @Nullable String parentId,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whether the unit is in force on that day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
