package haicap.inspection.visits;

import haicap.platform.outbox.AnnouncedKind;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Visits can be announced as they are. */
@Configuration(proxyBeanMethods = false)
class VisitSnapshots {

    @Bean
    AnnouncedKind announcedVisits(Visits visits, Clock clock) {
        return AnnouncedKind.of(
                VisitEvent.AGGREGATE,
                VisitEvent.TOPIC,
                "visit",
                id -> VisitEvent.snapshot(visits.get(id), clock.instant()));
    }
}
