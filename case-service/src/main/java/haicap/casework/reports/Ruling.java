package haicap.casework.reports;

import haicap.platform.texts.Text;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision that says no more than itself: to extend, to institute, not to; or a letter sent. */
record Ruling(
        @NotNull @Text(max = 100) String decisionNumber,
        @NotNull Instant decidedAt,
        @Nullable @Text(max = 4_000, lines = true) String ground,
        @Nullable @Text(max = 4_000, lines = true) String note)
        implements Written {}
