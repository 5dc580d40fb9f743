package haicap.casework.deadlines;

import haicap.platform.deadlines.Deadline;
import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time limit that runs, or ran, for a file. How it ends is told once, all else is fixed when it
 * starts.
 *
 * @param dueAt legal due instant, exclusive
 * @param lastDay of a term in days; null for hours
 * @param earliestAt the earlier reading of the law, for alerts
 * @param endedAt when something else made it pointless, without it being met
 * @param endedBy the event that did
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
        @Nullable Instant endedAt,
        @Nullable String endedBy,
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
                null,
                null,
                deadline.steps());
    }

    boolean runs() {
        return metAt == null && endedAt == null;
    }

    boolean awaits(String event) {
        return runs() && metBy.equals(event);
    }

    Clock met(Instant at) {
        return stopped(at, null, null);
    }

    Clock ended(String event, Instant at) {
        return stopped(null, at, event);
    }

    private Clock stopped(@Nullable Instant met, @Nullable Instant ended, @Nullable String by) {
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
                met,
                ended,
                by,
                steps);
    }

    ClockStanding standing(Instant now) {
        if (endedAt != null) {
            return endedAt.isBefore(dueAt) ? ClockStanding.ENDED : ClockStanding.ENDED_LATE;
        }
        return switch (Deadline.state(dueAt, metAt, now)) {
            case RUNNING -> ClockStanding.RUNNING;
            case OVERDUE -> ClockStanding.OVERDUE;
            case MET -> ClockStanding.MET;
            case MET_LATE -> ClockStanding.MET_LATE;
        };
    }
}
