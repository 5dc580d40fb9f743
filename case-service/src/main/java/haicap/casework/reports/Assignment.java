package haicap.casework.reports;

import haicap.platform.texts.Text;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision of who works on a report.
 *
 * @param postId a post of the unit that has custody; whoever holds it works on the report
 */
record Assignment(
        @NotNull @Text(max = 100) String decisionNumber,
        @NotNull Instant decidedAt,
        @NotNull @Text(max = 100) String postId,
        @Nullable @Text(max = 4_000, lines = true) String ground,
        @Nullable @Text(max = 4_000, lines = true) String note)
        implements Written {}
