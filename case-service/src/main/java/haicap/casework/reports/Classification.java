package haicap.casework.reports;

import haicap.platform.texts.Text;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decision of which class a report is.
 *
 * @param urgent that facts show the urgent class; what was urgent once stays so
 */
record Classification(
        @NotNull @Text(max = 100) String decisionNumber,
        @NotNull Instant decidedAt,
        @NotNull Category category,
        @Nullable Severity severity,
        @Nullable Boolean urgent,
        @Nullable @Text(max = 4_000, lines = true) String ground,
        @Nullable @Text(max = 4_000, lines = true) String note)
        implements Written {

    boolean isUrgent() {
        return Objects.requireNonNullElse(urgent, false) || Severity.isUrgentClass(severity);
    }
}
