package haicap.platform.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time limit that runs, or ran, for a file. All but {@code metAt} is fixed when it starts.
 *
 * @param dueAt due instant, exclusive
 * @param earliestAt the earlier reading, for alerts
 */
public record RunningDeadline(
        Rule rule,
        Instant startedAt,
        Instant dueAt,
        @Nullable LocalDate lastDay,
        Instant earliestAt,
        @Nullable Instant metAt,
        List<Step> steps) {

    public static RunningDeadline of(Deadline deadline) {
        return new RunningDeadline(
                deadline.rule(),
                deadline.start(),
                deadline.due(),
                deadline.lastDay(),
                deadline.earliest(),
                null,
                deadline.steps());
    }

    public boolean runs() {
        return metAt == null;
    }

    public RunningDeadline met(Instant at) {
        return new RunningDeadline(rule, startedAt, dueAt, lastDay, earliestAt, at, steps);
    }

    public ClockState state(Instant now) {
        return Deadline.state(dueAt, metAt, now);
    }
}
