package haicap.platform.records;

import haicap.platform.outbox.RelayProgress;
import haicap.platform.time.Moments;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Instant;
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
    private final RecordClockTable clocks;
    private final Writes writes;
    private final RelayProgress progress;
    private final Clock clock;

    TellOfOverdueRecords(
            ObjectProvider<Records<?>> kinds,
            RecordClockTable clocks,
            Writes writes,
            RelayProgress progress,
            Clock clock) {
        this.kinds = kinds.stream().toList();
        this.clocks = clocks;
        this.writes = writes;
        this.progress = progress;
        this.clock = clock;
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
                tell(kind.kept(), event);
            }
        }
    }

    private <R extends WorkRecord> void tell(KeptRecords<R> records, String event) {
        var now = Moments.now(clock);
        for (var ranOut : clocks.runOut(records.type().kind(), event, now, AT_ONCE)) {
            writes.run(
                    Locks.on(ranOut.recordId()),
                    () -> {
                        if (clocks.raises(ranOut, event, now)) {
                            var record = records.get(ranOut.recordId());
                            records.announce(record, event, now, Overdue.of(ranOut));
                        }
                        return true;
                    });
        }
    }

    /** A clock that has run out. */
    private record Overdue(String rule, Instant startedAt, Instant dueAt) {

        static Overdue of(RecordClockTable.RunOut clock) {
            return new Overdue(clock.rule(), clock.startedAt(), clock.dueAt());
        }
    }
}
