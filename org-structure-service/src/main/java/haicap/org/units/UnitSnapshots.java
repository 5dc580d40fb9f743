package haicap.org.units;

import haicap.org.events.OrgNews;
import haicap.platform.outbox.AnnouncedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Units can be announced as they are. */
@Configuration(proxyBeanMethods = false)
class UnitSnapshots {

    @Bean
    AnnouncedKind announcedUnits(OrgNews news, UnitTable table) {
        return news.kind(
                "Unit", "unit", id -> new UnitEvent.UnitSnapshot(table.find(id).orElseThrow()));
    }
}
