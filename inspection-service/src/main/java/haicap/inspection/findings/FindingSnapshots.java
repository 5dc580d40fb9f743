package haicap.inspection.findings;

import haicap.platform.outbox.AnnouncedKind;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Findings can be announced as they are. */
@Configuration(proxyBeanMethods = false)
class FindingSnapshots {

    @Bean
    AnnouncedKind announcedFindings(Findings findings, Clock clock) {
        return AnnouncedKind.of(
                FindingEvent.AGGREGATE,
                FindingEvent.TOPIC,
                "finding",
                id -> FindingEvent.snapshot(findings.get(id), clock.instant()));
    }
}
