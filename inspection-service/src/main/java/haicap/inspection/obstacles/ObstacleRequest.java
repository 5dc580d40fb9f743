package haicap.inspection.obstacles;

import haicap.platform.texts.Text;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a unit says hinders it.
 *
 * @param legalBasisIssue what is unclear or contradictory in the law, if that is the cause
 * @param askedOf the department that could remove it, if the unit knows
 */
record ObstacleRequest(
        @NotNull Field field,
        @NotNull Severity severity,
        @NotNull @Text(max = 4_000, lines = true) String description,
        @Nullable @Text(max = 4_000, lines = true) String legalBasisIssue,
        @Nullable @Text(max = 80) String askedOf) {}
