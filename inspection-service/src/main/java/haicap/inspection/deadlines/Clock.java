package haicap.inspection.deadlines;

import haicap.platform.deadlines.ClockState;
import haicap.platform.deadlines.Deadline;
import haicap.platform.deadlines.Rule;
import haicap.platform.deadlines.Step;
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
public record Clock(
        Rule rule,
        Instant startedAt,
        Instant dueAt,
        @Nullable LocalDate lastDay,
        Instant earliestAt,
        @Nullable Instant metAt,
        List<Step> steps) {

    static Clock of(Deadline deadline) {
        return new Clock(
                deadline.rule(),
                deadline.start(),
                deadline.due(),
                deadline.lastDay(),
                deadline.earliest(),
                null,
                deadline.steps());
    }

    boolean runs() {
        return metAt == null;
    }

    Clock met(Instant at) {
        return new Clock(rule, startedAt, dueAt, lastDay, earliestAt, at, steps);
    }

    ClockState state(Instant now) {
        return Deadline.state(dueAt, metAt, now);
    }
}
