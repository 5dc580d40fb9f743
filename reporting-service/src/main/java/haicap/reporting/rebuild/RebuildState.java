package haicap.reporting.rebuild;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last rebuild stands.
 *
 * @param read messages read so far
 * @param total messages that there were when it began
 * @param skipped messages that could not be applied
 * @param corrected units that had other figures
 */
@TellsOf(Matter.FIGURES)
record RebuildState(
        State state,
        @Nullable Instant orderedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long read,
        long total,
        long skipped,
        int corrected,
        @Nullable String failure) {

    enum State {
        NEVER,
        RUNNING,
        DONE,
        FAILED
    }
}
