package haicap.org.appointments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An appointment as it is shown. */
record AppointmentView(
        String id,
        String postId,
        String officerId,
        String serviceNumber,
        Instant from,
        @Nullable Instant to,
        boolean acting) {

    static AppointmentView of(Appointment appointment) {
        return new AppointmentView(
                appointment.id(),
                appointment.postId(),
                appointment.officerId(),
                appointment.serviceNumber(),
                appointment.from(),
                appointment.to(),
                appointment.acting());
    }
}
