package haicap.casework.reports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision that says no more than itself: to extend, to institute, not to; or a letter sent. */
record Ruling(
        @NotBlank @Size(max = 100) @Pattern(regexp = Intake.NO_CONTROLS) String decisionNumber,
        @NotNull Instant decidedAt,
        @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Intake.NO_CONTROLS) String ground,
        @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Intake.NO_CONTROLS) String note)
        implements Written {}
