package haicap.casework.reports;

import haicap.platform.outbox.AnnouncedKind;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Crime reports can be announced as they are. */
@Configuration(proxyBeanMethods = false)
class CrimeReportSnapshots {

    @Bean
    AnnouncedKind announcedCrimeReports(CrimeReports reports, Clock clock) {
        return AnnouncedKind.of(
                CrimeReportEvent.AGGREGATE,
                CrimeReportEvent.TOPIC,
                "crime_report",
                id -> CrimeReportEvent.snapshot(reports.get(id), clock.instant()));
    }
}
