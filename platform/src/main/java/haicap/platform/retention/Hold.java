package haicap.platform.retention;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold: while it lasts, nothing of that subject is disposed of.
 *
 * @param subject id of a file
 * @param byPost who ordered it; it is released by somebody else
 */
@TellsOf(Matter.LEGAL_HOLD)
record Hold(
        String id,
        String subject,
        String decisionNumber,
        Instant heldAt,
        String byPost,
        @Nullable Instant releasedAt,
        @Nullable String releasedByPost) {}
