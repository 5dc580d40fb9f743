package haicap.platform.papers;

import haicap.platform.records.DecisionRequest;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a record has to do with another one, by decision.
 *
 * @param recordId the other one, of whatever service; its prefix tells its kind
 */
record LinkRequest(
        @NotNull @Text(max = 100) String decisionNumber,
        @NotNull @NotLongAgo Instant decidedAt,
        @NotNull LinkType type,
        @NotNull @Text(max = 40) String recordId,
        @Nullable @Text(max = 4_000, lines = true) String ground,
        @Nullable @Text(max = 4_000, lines = true) String note)
        implements DecisionRequest {}
