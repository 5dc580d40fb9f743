package haicap.org.lineage;

import haicap.org.events.OrgNews;
import haicap.platform.outbox.AnnouncedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Successions can be announced as they are. */
@Configuration(proxyBeanMethods = false)
class SuccessionSnapshots {

    @Bean
    AnnouncedKind announcedSuccessions(OrgNews news, SuccessionTable table) {
        return news.kind(
                "Succession",
                "succession",
                id -> new SuccessionEvent.SuccessionSnapshot(table.get(id)));
    }
}
