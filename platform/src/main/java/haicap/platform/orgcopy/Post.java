package haicap.platform.orgcopy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post of the establishment: work and rights sit here, not on the person.
 *
 * @param field of a deputy: GENERAL, SECURITY, CRIME, AREA_POLICE, ORDER
 * @param reportsTo the post above; null for the director
 */
public record Post(
        String id,
        String unitId,
        Title title,
        @Nullable String field,
        @Nullable String reportsTo,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
