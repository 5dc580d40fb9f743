package haicap.platform.posthandover;

import haicap.platform.records.DecisionRequest;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who hands over to whom.
 *
 * @param fromPostId the post that was decided on until now; it may have ended
 * @param toPostId a post of the caller's unit that somebody holds
 */
record PostHandOverRequest(
        @NotNull @Text(max = 100) String decisionNumber,
        @NotNull @NotLongAgo Instant decidedAt,
        @NotNull @Text(max = 100) String fromPostId,
        @NotNull @Text(max = 100) String toPostId,
        @Nullable @Text(max = 4_000, lines = true) String ground,
        @Nullable @Text(max = 4_000, lines = true) String note)
        implements DecisionRequest {}
