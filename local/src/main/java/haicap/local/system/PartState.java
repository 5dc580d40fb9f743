package haicap.local.system;

import org.jspecify.annotations.Nullable;

/**
 * A part as one sees it now.
 *
 * @param health {@code up}, {@code starting} (runs but does not answer yet) or {@code stopped}
 * @param status what a service tells of itself, if it does
 */
public record PartState(
        String part,
        int port,
        @Nullable Long pid,
        String health,
        long memoryBytes,
        @Nullable ServiceStatus status) {}
