package haicap.org.appointments;

import haicap.org.events.OrgNews;
import haicap.org.posts.PostRegister;
import haicap.platform.outbox.AnnouncedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who holds which post can be announced as it is. */
@Configuration(proxyBeanMethods = false)
class TenureSnapshots {

    @Bean
    AnnouncedKind announcedTenures(OrgNews news, TenureTable tenures, PostRegister posts) {
        return news.kind(
                "Appointment",
                "appointment",
                id -> {
                    var tenure = tenures.find(id).orElseThrow();
                    var unit = posts.find(tenure.postId()).orElseThrow().unitId();
                    return new TenureEvent.AppointmentSnapshot(tenure, unit);
                });
    }
}
