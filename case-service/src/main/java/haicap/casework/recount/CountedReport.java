package haicap.casework.recount;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What figures depend on of one report, under the names that its events use.
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
        @Nullable Instant dueAt,
        String receivedBy,
        List<HandOverMade> handOvers,
        @Nullable String outcome,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    /** Which unit handed the report over, and when. */
    record HandOverMade(Instant at, String unitId) {}
}
