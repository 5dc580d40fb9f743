package haicap.inspection.visits;

import haicap.platform.events.OutboundEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a visit, as others hear of it: never any free text. */
sealed interface VisitEvent {

    String TOPIC = "haicap.inspection.v1";
    String AGGREGATE = "Visit";

    Instant at();

    String byPost();

    record Scheduled(Instant at, String byPost) implements VisitEvent {}

    /** The findings are told one by one, each with its own way. */
    record Concluded(Instant at, String byPost, int findings) implements VisitEvent {}

    /** The whole public state after the event. */
    record State(
            String id,
            String campaignId,
            LocalDate campaignFrom,
            LocalDate campaignTo,
            String unitId,
            int team,
            String leaderPostId,
            LocalDate scheduledOn,
            VisitState state,
            @Nullable Instant concludedAt) {

        static State of(Visit visit) {
            return new State(
                    visit.id(),
                    visit.campaignId(),
                    visit.campaignFrom(),
                    visit.campaignTo(),
                    visit.unitId(),
                    visit.team(),
                    visit.leaderPostId(),
                    visit.scheduledOn(),
                    visit.state(),
                    visit.concludedAt());
        }
    }

    /** Tells what happened to the visit that is now as given. */
    default OutboundEvent about(Visit visit, Instant recordedAt) {
        var type =
                switch (this) {
                    case Scheduled s -> "haicap.inspection.VisitScheduled.v1";
                    case Concluded c -> "haicap.inspection.VisitConcluded.v1";
                };
        return new OutboundEvent(
                TOPIC,
                visit.id(),
                AGGREGATE,
                type,
                visit.unitId(),
                visit.counter(),
                recordedAt,
                this,
                State.of(visit));
    }

    /** The visit as it is; nothing happens. */
    static OutboundEvent snapshot(Visit visit, Instant at) {
        return new OutboundEvent(
                TOPIC,
                visit.id(),
                AGGREGATE,
                "haicap.inspection.VisitSnapshot.v1",
                visit.unitId(),
                visit.counter(),
                at,
                null,
                State.of(visit));
    }
}
