package haicap.platform.records;

import haicap.platform.texts.Text;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was mistyped, and how it reads on the paper.
 *
 * @param entry the version of the entry of the history that is wrong, such as {@code 1-2}
 * @param decisionNumber the right number; null where that is not wrong
 * @param at the right moment of the decision, or of the receipt; null where that is not wrong
 * @param reason how the mistake came about
 */
public record CorrectionRequest(
        @NotNull @Text(max = 40) String entry,
        @Nullable @Text(max = 100) String decisionNumber,
        @Nullable Instant at,
        @NotNull @Text(max = 4_000, lines = true) String reason) {}
