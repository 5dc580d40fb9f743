package haicap.platform.records;

import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a second person confirms a correction.
 *
 * @param accepted if not, everything stays as it was told
 */
public record CorrectionDecisionRequest(
        @NotNull @Text(max = 100) String decisionNumber,
        @NotNull @NotLongAgo Instant decidedAt,
        @NotNull Boolean accepted,
        @Nullable @Text(max = 4_000, lines = true) String ground,
        @Nullable @Text(max = 4_000, lines = true) String note)
        implements DecisionRequest {}
