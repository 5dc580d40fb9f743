package haicap.platform.orgcopy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An officer in a post, from an instant on, until another. */
record Appointment(
        String id,
        String postId,
        String serviceNumber,
        Instant validFrom,
        @Nullable Instant validTo,
        boolean acting) {

    boolean runsAt(Instant instant) {
        return !instant.isBefore(validFrom) && (validTo == null || instant.isBefore(validTo));
    }
}
