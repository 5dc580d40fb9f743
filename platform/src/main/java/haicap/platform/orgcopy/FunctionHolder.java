package haicap.platform.orgcopy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who performs a function, from which day, by which decision.
 *
 * @param unitId the unit; when it ends, its heir performs the function
 * @param postId the one post of it that performs the function; null for the unit as such
 * @param validTo first day on which it does so no more; null while it does
 * @param decision number of the decision, or the legal text; null where none is known
 * @param certainty how sure that is: CERTAIN, REPORTED, ASSUMED or DECIDED
 */
public record FunctionHolder(
        String id,
        String functionId,
        String unitId,
        @Nullable String postId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String decision,
        String certainty) {

    /** Whether it performs the function on that day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** The same, until that day. */
    public FunctionHolder endingOn(LocalDate day) {
        return new FunctionHolder(
                id, functionId, unitId, postId, validFrom, day, decision, certainty);
    }
}
