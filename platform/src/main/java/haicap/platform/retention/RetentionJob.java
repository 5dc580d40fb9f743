package haicap.platform.retention;

import haicap.platform.housekeeping.Housekeeping;
import haicap.platform.outbox.RelayProgress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Disposes of what is past its time, however much it is, in the instance that relays. Time is real
 * time: a shifted clock disposes of nothing.
 */
@Component
class RetentionJob {

    private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);
    private static final int AT_ONCE = 500;

    private final List<RecordClass> classes;
    private final Schedule schedule;
    private final RetentionRuns runs;
    private final RelayProgress progress;

    RetentionJob(
            List<Retained> classes, Schedule schedule, RetentionRuns runs, RelayProgress progress) {
        this.classes = classes.stream().map(Retained::retained).toList();
        this.schedule = schedule;
        this.runs = runs;
        this.progress = progress;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void dispose() {
        if (!progress.isHolder()) {
            return;
        }
        for (var records : classes) {
            var age = schedule.of(records).age();
            long disposed = Housekeeping.workOff(() -> records.dispose(age, AT_ONCE));
            runs.add(records.name(), disposed);
            if (disposed > 0) {
                log.info("retention: {} of {} disposed of", disposed, records.name());
            }
        }
    }
}
