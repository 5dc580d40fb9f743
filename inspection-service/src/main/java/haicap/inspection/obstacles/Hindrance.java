package haicap.inspection.obstacles;

import haicap.inspection.history.Decision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a unit says hinders it.
 *
 * @param legalBasisIssue what is unclear or contradictory in the law, if that is the cause
 * @param askedOf the department that could remove it, if the unit knows
 */
record Hindrance(
        @NotNull Field field,
        @NotNull Severity severity,
        @NotNull @Size(min = 1, max = 4_000) @Pattern(regexp = Decision.READABLE)
                String description,
        @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Decision.READABLE)
                String legalBasisIssue,
        @Nullable @Size(min = 1, max = 80) String askedOf) {}
