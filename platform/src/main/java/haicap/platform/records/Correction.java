package haicap.platform.records;

import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction of a mistyped number or moment, which a second person confirms or rejects.
 *
 * @param entry the version of the entry of the history that it is about
 * @param action what was done by that entry
 * @param decisionNumberBefore as it was told; null where there was none
 * @param decisionNumber the right one; null where that is not corrected
 * @param atBefore the moment as it was told
 * @param at the right one; null where that is not corrected
 * @param decidedAt when it was confirmed or rejected; null while it waits
 */
@TellsOf(Matter.RECORD)
public record Correction(
        String id,
        Version entry,
        String action,
        State state,
        @Nullable String decisionNumberBefore,
        @Nullable String decisionNumber,
        Instant atBefore,
        @Nullable Instant at,
        String reason,
        Instant proposedAt,
        String proposedByPost,
        @Nullable Instant decidedAt,
        @Nullable String decidedByPost) {

    /** Where a correction stands. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        REJECTED
    }
}
