package haicap.casework.reports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision to hand a report over.
 *
 * @param toUnitId a department of the investigation agency
 */
record HandOver(
        @NotBlank @Size(max = 100) @Pattern(regexp = Intake.NO_CONTROLS) String decisionNumber,
        @NotNull Instant decidedAt,
        @NotBlank @Size(max = 100) @Pattern(regexp = Intake.NO_CONTROLS) String toUnitId,
        @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Intake.NO_CONTROLS) String ground,
        @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Intake.NO_CONTROLS) String note)
        implements Written {}
