package haicap.inspection.findings;

import haicap.platform.access.Caller;
import haicap.platform.events.Announcement;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a finding, as others hear of it: never any free text. */
sealed interface FindingEvent {

    String TOPIC = "haicap.inspection.v1";
    String AGGREGATE = "Finding";

    Instant at();

    String byPost();

    record Recorded(Instant at, String byPost) implements FindingEvent {}

    record Remedied(Instant at, String byPost) implements FindingEvent {}

    /** Somebody else says that the remedy is one. */
    record Verified(Instant at, String byPost) implements FindingEvent {}

    /** The remedy was not accepted, or the shortcoming came back. */
    record Reopened(Instant at, String byPost) implements FindingEvent {}

    static Recorded recorded(Caller by, Instant at) {
        return new Recorded(at, by.post().postId());
    }

    static Remedied remedied(Caller by, Instant at) {
        return new Remedied(at, by.post().postId());
    }

    static Verified verified(Caller by, Instant at) {
        return new Verified(at, by.post().postId());
    }

    static Reopened reopened(Caller by, Instant at) {
        return new Reopened(at, by.post().postId());
    }

    /** The whole public state after the event. */
    record State(
            String id,
            String visitId,
            String campaignId,
            String unitId,
            Topic topic,
            Severity severity,
            FindingState state,
            boolean open,
            String ownerPostId,
            LocalDate dueOn,
            @Nullable Instant dueAt,
            Instant recordedAt) {

        static State of(Finding finding) {
            return new State(
                    finding.id(),
                    finding.visitId(),
                    finding.campaignId(),
                    finding.unitId(),
                    finding.topic(),
                    finding.severity(),
                    finding.state(),
                    finding.state().isOpen(),
                    finding.ownerPostId(),
                    finding.dueOn(),
                    finding.dueAt(),
                    finding.recordedAt());
        }
    }

    /** Tells what happened to the finding that is now as given. */
    default Announcement about(Finding finding) {
        var type =
                switch (this) {
                    case Recorded r -> "haicap.inspection.FindingRecorded.v1";
                    case Remedied r -> "haicap.inspection.FindingRemedied.v1";
                    case Verified v -> "haicap.inspection.FindingVerified.v1";
                    case Reopened r -> "haicap.inspection.FindingReopened.v1";
                };
        return new Announcement(
                TOPIC,
                finding.id(),
                AGGREGATE,
                type,
                finding.unitId(),
                finding.counter(),
                at(),
                this,
                State.of(finding));
    }

    /** The finding as it is; nothing happens. */
    static Announcement snapshot(Finding finding, Instant at) {
        return new Announcement(
                TOPIC,
                finding.id(),
                AGGREGATE,
                "haicap.inspection.FindingSnapshot.v1",
                finding.unitId(),
                finding.counter(),
                at,
                null,
                State.of(finding));
    }
}
