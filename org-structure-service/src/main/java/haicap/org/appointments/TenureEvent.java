package haicap.org.appointments;

import haicap.org.events.Happened;
import haicap.org.events.OrgEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to an appointment, as everybody hears of it on the topic of the organisation. */
sealed interface TenureEvent extends OrgEvent {

    Tenure tenure();

    @Override
    @Nullable Happened happened();

    @Override
    default String aggregate() {
        return "Appointment";
    }

    @Override
    default String key() {
        return tenure().id();
    }

    @Override
    default long version() {
        return tenure().version();
    }

    @Override
    default State state() {
        return State.of(tenure());
    }

    /** An officer is appointed. */
    record AppointmentMade(Tenure tenure, String unitId, Happened happened)
            implements TenureEvent {}

    /** An appointment ends, at the instant that its state names. */
    record AppointmentEnded(Tenure tenure, String unitId, Happened happened)
            implements TenureEvent {}

    /** An appointment as it is; nothing happens. */
    record AppointmentSnapshot(Tenure tenure, String unitId) implements TenureEvent {

        @Override
        public @Nullable Happened happened() {
            return null;
        }
    }

    /** What other services may know of an appointment. */
    record State(
            String id,
            String postId,
            String officerId,
            String serviceNumber,
            Instant from,
            @Nullable Instant to,
            boolean acting) {

        static State of(Tenure tenure) {
            return new State(
                    tenure.id(),
                    tenure.postId(),
                    tenure.officerId(),
                    tenure.serviceNumber(),
                    tenure.from(),
                    tenure.to(),
                    tenure.acting());
        }
    }
}
