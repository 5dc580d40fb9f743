package haicap.inspection.findings;

import haicap.platform.access.Caller;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shortcoming, with an owner and a last day.
 *
 * @param counter rises by one with each change
 * @param leaderPostId the post that led the visit
 * @param unitId the owner's unit at the recording; mergers never change it
 * @param remedy what the unit said last
 */
record Finding(
        String id,
        long counter,
        String visitId,
        String campaignId,
        String leaderPostId,
        String unitId,
        Topic topic,
        Severity severity,
        String text,
        String ownerPostId,
        LocalDate dueOn,
        FindingState state,
        Instant recordedAt,
        @Nullable Remedy remedy) {

    static final String KIND = "finding";
    static final String OBJECT_CLASS = "FINDING";

    Finding remedied(String done, Caller by, Instant at) {
        require(FindingState.OPEN, "remedy");
        var signed = new Remedy(done, at, by.post().postId(), by.name());
        return now(FindingState.REMEDIED, dueOn, signed);
    }

    Finding verified() {
        require(FindingState.REMEDIED, "verification");
        return now(FindingState.CLOSED, dueOn, remedy);
    }

    /** The remedy is not accepted: the clock of the last day runs again. */
    Finding sentBack(LocalDate until) {
        require(FindingState.REMEDIED, "verification");
        return now(FindingState.OPEN, until, remedy);
    }

    /** The shortcoming came back. */
    Finding reopened(LocalDate until) {
        require(FindingState.CLOSED, "reopening");
        return now(FindingState.OPEN, until, remedy);
    }

    /** The end of the last day, exclusive, until the remedy is completed. */
    @Nullable Instant dueAt() {
        return state == FindingState.OPEN ? Hanoi.startOf(dueOn.plusDays(1)) : null;
    }

    private void require(FindingState needed, String attempted) {
        if (state != needed) {
            throw Refusal.conflict(
                    "finding-state", Map.of("id", id, "state", state, "action", attempted));
        }
    }

    private Finding now(FindingState next, LocalDate until, @Nullable Remedy done) {
        return new Finding(
                id,
                counter + 1,
                visitId,
                campaignId,
                leaderPostId,
                unitId,
                topic,
                severity,
                text,
                ownerPostId,
                until,
                next,
                recordedAt,
                done);
    }
}
