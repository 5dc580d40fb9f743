package haicap.platform.records;

import haicap.platform.outbox.RelayProgress;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every second, by real time, which clocks have run out by domain time, and tells of each
 * once: however many replicas look, whatever is started anew, wherever the time is set to.
 */
@Component
class TellOfOverdueRecords {

    private static final int AT_ONCE = 100;

    private final List<Records<?>> kinds;
    private final RelayProgress progress;

    TellOfOverdueRecords(ObjectProvider<Records<?>> kinds, RelayProgress progress) {
        this.kinds = kinds.stream().toList();
        this.progress = progress;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
    void look() {
        if (progress.isHolder()) {
            tell();
        }
    }

    void tell() {
        for (var kind : kinds) {
            var event = kind.type().overdueEvent();
            if (event != null) {
                kind.tellWhatIsOverdue(event, AT_ONCE);
            }
        }
    }
}
