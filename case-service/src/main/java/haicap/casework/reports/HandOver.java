package haicap.casework.reports;

import haicap.platform.texts.Text;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision to hand a report over.
 *
 * @param toUnitId a department of the investigation agency
 */
record HandOver(
        @NotNull @Text(max = 100) String decisionNumber,
        @NotNull Instant decidedAt,
        @NotNull @Text(max = 100) String toUnitId,
        @Nullable @Text(max = 4_000, lines = true) String ground,
        @Nullable @Text(max = 4_000, lines = true) String note)
        implements Written {}
