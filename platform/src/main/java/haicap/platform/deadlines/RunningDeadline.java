package haicap.platform.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time limit that runs, or ran, for a file. How it ends is told once, all else is fixed when it
 * starts.
 *
 * @param dueAt due instant, exclusive
 * @param earliestAt the earlier reading, for alerts
 * @param metAt when what it waits for was done
 * @param endedAt when something else made it pointless, without it being met
 * @param endedBy the event that did
 */
public record RunningDeadline(
        Rule rule,
        Instant startedAt,
        Instant dueAt,
        @Nullable LocalDate lastDay,
        Instant earliestAt,
        @Nullable Instant metAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        List<Step> steps) {

    public static RunningDeadline of(Deadline deadline) {
        return new RunningDeadline(
                deadline.rule(),
                deadline.start(),
                deadline.due(),
                deadline.lastDay(),
                deadline.earliest(),
                null,
                null,
                null,
                deadline.steps());
    }

    public boolean runs() {
        return metAt == null && endedAt == null;
    }

    /** Whether both are one clock, at whatever time they were looked at. */
    public boolean isTheSameAs(RunningDeadline other) {
        return rule.id().equals(other.rule.id()) && startedAt.equals(other.startedAt);
    }

    /** Whether it runs until that event. */
    public boolean awaits(String event) {
        return runs() && rule.metBy().equals(event);
    }

    RunningDeadline met(Instant at) {
        return stopped(at, null, null);
    }

    RunningDeadline ended(String event, Instant at) {
        return stopped(null, at, event);
    }

    /** This one, ended as the other one is. */
    RunningDeadline endedAs(RunningDeadline other) {
        return stopped(other.metAt, other.endedAt, other.endedBy);
    }

    private RunningDeadline stopped(
            @Nullable Instant met, @Nullable Instant ended, @Nullable String by) {
        return new RunningDeadline(
                rule, startedAt, dueAt, lastDay, earliestAt, met, ended, by, steps);
    }

    public ClockState state(Instant now) {
        if (endedAt != null) {
            return endedAt.isBefore(dueAt) ? ClockState.ENDED : ClockState.ENDED_LATE;
        }
        return Deadline.state(dueAt, metAt, now);
    }
}
