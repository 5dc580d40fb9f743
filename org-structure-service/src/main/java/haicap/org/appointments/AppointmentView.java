package haicap.org.appointments;

import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.Kept;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as its readers see it.
 *
 * @param unitId the unit whose matter it is today
 * @param to when it ends, or ended; null while nobody has decided that
 */
@TellsOf({Matter.POST, Matter.OFFICER})
record AppointmentView(
        String id,
        String number,
        Version version,
        String unitId,
        String postId,
        String officerId,
        String serviceNumber,
        Instant from,
        @Nullable Instant to,
        boolean acting,
        AppointmentState state) {

    static AppointmentView of(Kept<Appointment> kept) {
        var appointment = kept.record();
        return new AppointmentView(
                appointment.head().id(),
                appointment.head().number(),
                kept.version(),
                kept.custodian(),
                appointment.postId(),
                appointment.officerId(),
                appointment.serviceNumber(),
                appointment.from(),
                appointment.to(),
                appointment.acting(),
                appointment.state());
    }
}
