package haicap.inspection.history;

import haicap.platform.access.Caller;
import haicap.platform.records.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to a file.
 *
 * @param counter the file's version after it
 * @param action such as {@code triage}
 */
public record Entry(
        String fileId,
        long counter,
        String action,
        Instant recordedAt,
        String byPost,
        String byOfficer,
        @Nullable Decision decision) {

    /** What the caller does now. */
    public static Entry of(
            String fileId,
            long counter,
            String action,
            Instant now,
            Caller by,
            @Nullable Decision decision) {
        return new Entry(fileId, counter, action, now, by.post().postId(), by.name(), decision);
    }
}
