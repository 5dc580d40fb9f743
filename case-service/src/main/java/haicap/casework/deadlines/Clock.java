package haicap.casework.deadlines;

import haicap.platform.deadlines.ClockState;
import haicap.platform.deadlines.Deadline;
import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time limit that runs, or ran, for a file. All but {@code metAt} is fixed when it starts.
 *
 * @param dueAt legal due instant, exclusive
 * @param lastDay of a term in days; null for hours
 * @param earliestAt the earlier reading of the law, for alerts
 */
public record Clock(
        String rule,
        int ruleVersion,
        String startEvent,
        Instant startedAt,
        Instant dueAt,
        @Nullable LocalDate lastDay,
        Instant earliestAt,
        Obliged obliges,
        String metBy,
        @Nullable Instant metAt,
        List<Step> steps) {

    static Clock of(Deadline deadline) {
        var rule = deadline.rule();
        return new Clock(
                rule.id(),
                rule.version(),
                rule.trigger(),
                deadline.start(),
                deadline.due(),
                deadline.lastDay(),
                deadline.earliest(),
                rule.obliges(),
                rule.metBy(),
                null,
                deadline.steps());
    }

    boolean runs() {
        return metAt == null;
    }

    Clock met(Instant at) {
        return new Clock(
                rule,
                ruleVersion,
                startEvent,
                startedAt,
                dueAt,
                lastDay,
                earliestAt,
                obliges,
                metBy,
                at,
                steps);
    }

    ClockState state(Instant now) {
        return Deadline.state(dueAt, metAt, now);
    }
}
