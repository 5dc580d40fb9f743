package haicap.org.appointments;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An appointment as it is shown. */
@TellsOf({Matter.POST, Matter.OFFICER})
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
