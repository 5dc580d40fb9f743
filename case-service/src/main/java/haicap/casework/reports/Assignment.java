package haicap.casework.reports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision of who works on a report.
 *
 * @param postId a post of the unit that has custody; whoever holds it works on the report
 */
record Assignment(
        @NotBlank @Size(max = 100) @Pattern(regexp = Intake.NO_CONTROLS) String decisionNumber,
        @NotNull Instant decidedAt,
        @NotBlank @Size(max = 100) @Pattern(regexp = Intake.NO_CONTROLS) String postId,
        @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Intake.NO_CONTROLS) String ground,
        @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Intake.NO_CONTROLS) String note)
        implements Written {}
