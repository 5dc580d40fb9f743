package haicap.casework.reports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decision of which class a report is.
 *
 * @param urgent that facts show the urgent class; what was urgent once stays so
 */
record Classification(
        @NotBlank @Size(max = 100) @Pattern(regexp = Intake.NO_CONTROLS) String decisionNumber,
        @NotNull Instant decidedAt,
        @NotNull Category category,
        @Nullable Severity severity,
        @Nullable Boolean urgent,
        @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Intake.NO_CONTROLS) String ground,
        @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Intake.NO_CONTROLS) String note)
        implements Written {

    boolean isUrgent() {
        return Objects.requireNonNullElse(urgent, false) || Severity.isUrgentClass(severity);
    }
}
