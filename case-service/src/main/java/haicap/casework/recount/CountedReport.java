package haicap.casework.recount;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What figures depend on of one report.
 *
 * @param unitId who has custody at the instant
 * @param version as one number that orders as versions do
 */
record CountedReport(
        String id,
        String unitId,
        long version,
        Instant receivedAt,
        boolean open,
        @Nullable Instant dueAt) {}
