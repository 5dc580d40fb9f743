package haicap.reporting.feed;

import haicap.platform.housekeeping.Housekeeping;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets records that are too old to resume from. */
@Component
class FeedHousekeeping {

    private static final int AT_ONCE = 5_000;

    private final FeedTable table;
    private final long kept;

    FeedHousekeeping(FeedTable table, @Value("${haicap.feed.kept}") long kept) {
        this.table = table;
        this.kept = kept;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void forget() {
        Housekeeping.workOff(() -> table.forget(kept, AT_ONCE));
    }
}
