package haicap.platform.dryrun;

import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was taken and would not have been allowed.
 *
 * @param number what people say of the record
 * @param version which entry of its history it is
 * @param allowedBy the rule that allowed it then
 * @param rule that would have stood against it; null where none would be about the action
 * @param condition of that rule which is not fulfilled; null where it forbids outright
 */
@TellsOf(Matter.RECORD)
public record RefusedDecision(
        String recordId,
        String number,
        Version version,
        String action,
        Instant recordedAt,
        String byPost,
        @Nullable String decisionNumber,
        String allowedBy,
        @Nullable String rule,
        @Nullable String condition) {}
