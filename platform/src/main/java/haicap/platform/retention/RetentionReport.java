package haicap.platform.retention;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of each class how long it is kept and why, what is due, and what was disposed of. */
@Component
class RetentionReport {

    /**
     * One class of record.
     *
     * @param due past its time and not held
     */
    record Line(
            String recordClass,
            long days,
            String how,
            String basis,
            String certainty,
            long due,
            long disposed,
            @Nullable Instant lastRunAt) {}

    /** All classes of this part, and how many holds stand. */
    @TellsOf(Matter.LEGAL_HOLD)
    record Report(List<Line> classes, long holds) {}

    private final List<RecordClass> classes;
    private final Schedule schedule;
    private final RetentionRuns runs;
    private final Holds holds;

    RetentionReport(List<Retained> classes, Schedule schedule, RetentionRuns runs, Holds holds) {
        this.classes = classes.stream().map(Retained::retained).toList();
        this.schedule = schedule;
        this.runs = runs;
        this.holds = holds;
    }

    Report now() {
        return new Report(classes.stream().map(this::line).toList(), holds.standing());
    }

    private Line line(RecordClass records) {
        var period = schedule.of(records);
        var account = runs.of(records.name());
        return new Line(
                period.recordClass(),
                period.days(),
                period.how(),
                period.basis(),
                period.certainty(),
                records.due(period.age()),
                account.map(RetentionRuns.Account::disposed).orElse(0L),
                account.map(RetentionRuns.Account::lastAt).orElse(null));
    }
}
