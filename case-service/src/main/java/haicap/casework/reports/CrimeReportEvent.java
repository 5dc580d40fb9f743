package haicap.casework.reports;

import haicap.casework.deadlines.Clock;
import haicap.casework.deadlines.Duty;
import haicap.platform.access.Caller;
import haicap.platform.events.OutboundEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a crime report, as others hear of it: never any free text. */
sealed interface CrimeReportEvent {

    String TOPIC = "haicap.case.v1";
    String AGGREGATE = "CrimeReport";

    /** {@code at} is always the legal moment: of receipt, or of the decision. */
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
                    decision.at(),
                    by.post().postId(),
                    before.reported().category(),
                    before.reported().severity(),
                    after.urgent() && !before.urgent());
        }
    }

    record Assigned(Instant at, String byPost, @Nullable String postBefore)
            implements CrimeReportEvent {

        static Assigned of(CrimeReport before, Assignment decision, Caller by) {
            return new Assigned(decision.at(), by.post().postId(), before.assignedPostId());
        }
    }

    record HandedOver(Instant at, String byPost, String fromUnitId, String toUnitId)
            implements CrimeReportEvent {

        static HandedOver of(HandOver decision, String from, Caller by) {
            return new HandedOver(decision.at(), by.post().postId(), from, decision.toUnitId());
        }
    }

    /** The term of decision is extended: by which rule, to when. */
    record Extended(Instant at, String byPost, String rule, Instant dueAt)
            implements CrimeReportEvent {

        static Extended of(CrimeReport extended, Ruling decision, Caller by) {
            var term = extended.clocks().termOfDecision().orElseThrow();
            return new Extended(decision.at(), by.post().postId(), term.rule(), term.dueAt());
        }
    }

    record Instituted(Instant at, String byPost) implements CrimeReportEvent {

        static Instituted of(Ruling decision, Caller by) {
            return new Instituted(decision.at(), by.post().postId());
        }
    }

    record Refused(Instant at, String byPost) implements CrimeReportEvent {

        static Refused of(Ruling decision, Caller by) {
            return new Refused(decision.at(), by.post().postId());
        }
    }

    /** What is owed besides the handling itself was sent or told. */
    record DutyCompleted(Instant at, String byPost, Duty duty, String rule)
            implements CrimeReportEvent {

        static DutyCompleted of(Duty duty, Clock owed, Ruling letter, Caller by) {
            return new DutyCompleted(letter.at(), by.post().postId(), duty, owed.rule());
        }
    }

    /** Taken over from an old register: a state, but nothing that happens now. */
    record Imported() implements CrimeReportEvent {}

    /** A hand-over that was made. */
    record HandOverMade(Instant at, String unitId) {

        static HandOverMade of(Passing passing) {
            return new HandOverMade(passing.at(), passing.unitId());
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
            @Nullable String assignedPostId,
            String receivedBy,
            List<HandOverMade> handOvers,
            @Nullable Outcome outcome,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {

        static State of(CrimeReport report) {
            var reported = report.reported();
            var standing = report.standing();
            var due = report.due();
            var how = standing.conclusion();
            return new State(
                    report.id(),
                    report.unitId(),
                    report.state(),
                    report.state().isOpen(),
                    reported.category(),
                    reported.severity(),
                    reported.channel(),
                    reported.urgent(),
                    reported.occurredOn(),
                    reported.receivedAt(),
                    due == null ? null : due.at(),
                    due == null ? null : due.rule(),
                    report.assignedPostId(),
                    standing.receivedBy(),
                    standing.handOvers().stream().map(HandOverMade::of).toList(),
                    how == null ? null : how.outcome(),
                    how == null ? null : how.at(),
                    how == null ? null : how.byUnitId());
        }
    }

    /** Tells what happened to the report that is now as given. */
    default OutboundEvent about(CrimeReport report, Instant recordedAt) {
        var type =
                switch (this) {
                    case Received r -> "haicap.case.CrimeReportReceived.v1";
                    case Classified c -> "haicap.case.CrimeReportClassified.v1";
                    case Assigned a -> "haicap.case.CrimeReportAssigned.v1";
                    case HandedOver h -> "haicap.case.CrimeReportHandedOver.v1";
                    case Extended e -> "haicap.case.CrimeReportExtended.v1";
                    case Instituted i -> "haicap.case.CrimeReportInstituted.v1";
                    case Refused r -> "haicap.case.CrimeReportRefused.v1";
                    case DutyCompleted d -> "haicap.case.CrimeReportDutyCompleted.v1";
                    case Imported i -> "haicap.case.CrimeReportImported.v1";
                };
        return announcement(report, type, recordedAt, this instanceof Imported ? null : this);
    }

    /** The report as it is; nothing happens. */
    static OutboundEvent snapshot(CrimeReport report, Instant at) {
        return announcement(report, "haicap.case.CrimeReportSnapshot.v1", at, null);
    }

    private static OutboundEvent announcement(
            CrimeReport report, String type, Instant at, @Nullable CrimeReportEvent happened) {
        return new OutboundEvent(
                TOPIC,
                report.id(),
                AGGREGATE,
                type,
                report.unitId(),
                report.counter(),
                at,
                happened,
                State.of(report));
    }
}
