package haicap.casework.reports;

import haicap.platform.access.Caller;
import haicap.platform.events.Announcement;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a crime report, as others hear of it: never any free text. */
sealed interface CrimeReportEvent {

    String TOPIC = "haicap.case.v1";

    /** The legal moment: of receipt, or of the decision. */
    Instant at();

    String byPost();

    record Received(Instant at, String byPost) implements CrimeReportEvent {

        static Received of(CrimeReport report, Caller by) {
            return new Received(report.receivedAt(), by.post().postId());
        }
    }

    record Classified(
            Instant at,
            String byPost,
            Category categoryBefore,
            @Nullable Severity severityBefore,
            boolean turnedUrgent)
            implements CrimeReportEvent {

        static Classified of(
                CrimeReport before, CrimeReport after, Classification decision, Caller by) {
            return new Classified(
                    Moments.stored(decision.decidedAt()),
                    by.post().postId(),
                    before.category(),
                    before.severity(),
                    after.urgent() && !before.urgent());
        }
    }

    record Assigned(Instant at, String byPost, @Nullable String postBefore)
            implements CrimeReportEvent {

        static Assigned of(CrimeReport before, Assignment decision, Caller by) {
            return new Assigned(
                    Moments.stored(decision.decidedAt()),
                    by.post().postId(),
                    before.assignedPostId());
        }
    }

    /** The whole public state after the event. */
    record State(
            String id,
            String unitId,
            ReportState state,
            boolean open,
            Category category,
            @Nullable Severity severity,
            Channel channel,
            boolean urgent,
            LocalDate occurredOn,
            Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable String dueRule,
            @Nullable String assignedPostId) {

        static State of(CrimeReport report) {
            var due = report.due();
            return new State(
                    report.id(),
                    report.unitId(),
                    report.state(),
                    report.state().isOpen(),
                    report.category(),
                    report.severity(),
                    report.channel(),
                    report.urgent(),
                    report.occurredOn(),
                    report.receivedAt(),
                    due == null ? null : due.at(),
                    due == null ? null : due.rule(),
                    report.assignedPostId());
        }
    }

    /** Tells what happened to the report that is now as given. */
    default Announcement about(CrimeReport report, Instant recordedAt) {
        var type =
                switch (this) {
                    case Received r -> "haicap.case.CrimeReportReceived.v1";
                    case Classified c -> "haicap.case.CrimeReportClassified.v1";
                    case Assigned a -> "haicap.case.CrimeReportAssigned.v1";
                };
        return new Announcement(
                TOPIC,
                report.id(),
                type,
                report.unitId(),
                report.counter(),
                recordedAt,
                this,
                State.of(report));
    }
}
