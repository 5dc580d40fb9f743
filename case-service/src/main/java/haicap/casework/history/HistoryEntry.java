package haicap.casework.history;

import haicap.platform.access.Caller;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to a file.
 *
 * @param counter the file's version after it
 * @param recordedAt when it was recorded; the decision has its own date
 * @param action such as {@code classification}
 * @param changes what became of which value, by name
 */
public record HistoryEntry(
        String fileId,
        long counter,
        Instant recordedAt,
        String action,
        String byPost,
        String byOfficer,
        @Nullable Decision decision,
        Map<String, ?> changes) {

    /** What the caller does now. */
    public static HistoryEntry of(
            String fileId,
            long counter,
            Instant now,
            String action,
            Caller by,
            @Nullable Decision decision,
            Map<String, ?> changes) {
        return new HistoryEntry(
                fileId, counter, now, action, by.post().postId(), by.name(), decision, changes);
    }
}
