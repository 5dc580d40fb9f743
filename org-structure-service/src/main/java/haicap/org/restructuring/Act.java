package haicap.org.restructuring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legal act that restructures, in force at 00:00 of a day.
 *
 * @param decisionNumber where it is public
 */
record Act(
        String id,
        String title,
        @Nullable String decisionNumber,
        LocalDate effectiveOn,
        String basis,
        String certainty) {}
