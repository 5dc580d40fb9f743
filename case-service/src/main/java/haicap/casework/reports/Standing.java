package haicap.casework.reports;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands: with whom, how far, decided how.
 *
 * @param receivedBy the unit that received it; never changes
 * @param unitId the custodian as stored: changes only by a hand-over; who has custody today follows
 *     from it by lineage
 */
record Standing(
        String receivedBy,
        String unitId,
        List<Passing> handOvers,
        ReportState state,
        @Nullable String assignedPostId,
        @Nullable Conclusion conclusion) {

    static Standing receivedBy(String unitId) {
        return new Standing(unitId, unitId, List.of(), ReportState.RECEIVED, null, null);
    }

    Standing in(ReportState next) {
        return new Standing(receivedBy, unitId, handOvers, next, assignedPostId, conclusion);
    }

    Standing assignedTo(String postId, ReportState next) {
        return new Standing(receivedBy, unitId, handOvers, next, postId, conclusion);
    }

    Standing passed(Passing passing, ReportState next) {
        var all = Stream.concat(handOvers.stream(), Stream.of(passing)).toList();
        return new Standing(receivedBy, passing.toUnitId(), all, next, null, conclusion);
    }

    Standing concluded(Conclusion how, ReportState next) {
        return new Standing(receivedBy, unitId, handOvers, next, assignedPostId, how);
    }

    /** When the present custodian got it, if not by receipt. */
    @Nullable Instant handedOverAt() {
        return handOvers.isEmpty() ? null : handOvers.getLast().at();
    }
}
