package haicap.org.appointments;

import haicap.org.events.Happened;
import haicap.org.events.OrgEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to an appointment. */
sealed interface AppointmentEvent extends OrgEvent {

    Appointment appointment();

    @Override
    @Nullable Happened happened();

    @Override
    default String aggregate() {
        return "Appointment";
    }

    @Override
    default String key() {
        return appointment().id();
    }

    @Override
    default long version() {
        return appointment().version();
    }

    @Override
    default State state() {
        return State.of(appointment());
    }

    /** An officer is appointed. */
    record AppointmentMade(Appointment appointment, String unitId, Happened happened)
            implements AppointmentEvent {}

    /** An appointment ends, at the instant that its state names. */
    record AppointmentEnded(Appointment appointment, String unitId, Happened happened)
            implements AppointmentEvent {}

    /** An appointment as it is; nothing happens. */
    record AppointmentSnapshot(Appointment appointment, String unitId) implements AppointmentEvent {

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

        static State of(Appointment appointment) {
            return new State(
                    appointment.id(),
                    appointment.postId(),
                    appointment.officerId(),
                    appointment.serviceNumber(),
                    appointment.from(),
                    appointment.to(),
                    appointment.acting());
        }
    }
}
