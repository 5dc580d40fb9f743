package haicap.platform.orgcopy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * To which commune the head of the investigation agency has assigned an investigator.
 *
 * @param unitId the commune police at which he may act as an investigator
 * @param validTo first day on which the assignment is over; null while it runs
 */
public record InvestigatorAssignment(
        String id,
        String serviceNumber,
        String unitId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String certainty) {

    /** Whether it runs on that day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** The same, until that day. */
    public InvestigatorAssignment endingOn(LocalDate day) {
        return new InvestigatorAssignment(id, serviceNumber, unitId, validFrom, day, certainty);
    }
}
