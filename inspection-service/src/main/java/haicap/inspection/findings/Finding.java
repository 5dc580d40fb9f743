package haicap.inspection.findings;

import static java.util.Objects.requireNonNull;

import haicap.platform.access.Caller;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Head;
import haicap.platform.records.WorkRecord;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shortcoming, with an owner and a last day. It is stored under the owner's unit at the
 * recording; the visit is its parent, the owner's post the one that was decided on.
 *
 * @param leaderPostId the post that led the visit
 * @param remedy of what the unit said last
 */
record Finding(
        Head head,
        FindingState state,
        String campaignId,
        String leaderPostId,
        Topic topic,
        Severity severity,
        LocalDate dueOn,
        @Nullable Remedy remedy,
        Texts texts)
        implements WorkRecord {

    static final String KIND = "finding";
    static final String OBJECT_CLASS = "FINDING";

    /** What was found, and what the unit says that it did. */
    record Texts(@Nullable String text, @Nullable String remedy) {}

    Finding remedied(String done, Caller by, Instant at) {
        require(FindingState.OPEN, "remedy");
        return next(
                FindingState.REMEDIED,
                dueOn,
                new Remedy(at, by.post().postId(), by.name()),
                new Texts(texts.text(), done));
    }

    Finding verified() {
        require(FindingState.REMEDIED, "verification");
        return next(FindingState.CLOSED, dueOn, remedy, texts);
    }

    /** The remedy is not accepted: the clock of the last day runs again. */
    Finding sentBack(LocalDate until) {
        require(FindingState.REMEDIED, "verification");
        return next(FindingState.OPEN, until, remedy, texts);
    }

    /** The shortcoming came back. */
    Finding reopened(LocalDate until) {
        require(FindingState.CLOSED, "reopening");
        return next(FindingState.OPEN, until, remedy, texts);
    }

    /** Its days and its remedy go by what was recorded: nothing else follows from the decision. */
    Finding corrected() {
        return next(state, dueOn, remedy, texts);
    }

    /** The end of the last day, exclusive, until the remedy is completed. */
    @Nullable Instant dueAt() {
        return state == FindingState.OPEN ? Hanoi.startOf(dueOn.plusDays(1)) : null;
    }

    @Override
    public boolean isOpen() {
        return state.isOpen();
    }

    String visitId() {
        return requireNonNull(head.parentId());
    }

    String ownerPostId() {
        return requireNonNull(head.decidedPost());
    }

    private void require(FindingState needed, String attempted) {
        if (state != needed) {
            throw Refusal.conflict(
                    "finding-state", Map.of("id", head.id(), "state", state, "action", attempted));
        }
    }

    private Finding next(FindingState now, LocalDate until, @Nullable Remedy done, Texts written) {
        return new Finding(
                head.next(), now, campaignId, leaderPostId, topic, severity, until, done, written);
    }
}
