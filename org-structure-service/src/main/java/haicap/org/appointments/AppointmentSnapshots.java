package haicap.org.appointments;

import haicap.org.events.OrgNews;
import haicap.org.posts.PostRegister;
import haicap.platform.outbox.AnnouncedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Appointments can be announced as they are. */
@Configuration(proxyBeanMethods = false)
class AppointmentSnapshots {

    @Bean
    AnnouncedKind announcedAppointments(
            OrgNews news, AppointmentTable appointments, PostRegister posts) {
        return news.kind(
                "Appointment",
                "appointment",
                id -> {
                    var appointment = appointments.find(id).orElseThrow();
                    var unit = posts.find(appointment.postId()).orElseThrow().unitId();
                    return new AppointmentEvent.AppointmentSnapshot(appointment, unit);
                });
    }
}
