package haicap.platform.records;

import haicap.platform.deadlines.DeadlineCalculator;
import haicap.platform.deadlines.Law;
import haicap.platform.deadlines.Rule;
import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.deadlines.RunningDeadlines;
import haicap.platform.deadlines.WorkCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Which clocks the rules of a kind start, and which they meet. Never changes; safe for all threads.
 */
public final class RecordLaw {

    private final Law law;
    private final DeadlineCalculator calculator = new DeadlineCalculator(WorkCalendar.ofSeeds());

    private RecordLaw(Law law) {
        this.law = law;
    }

    /** That of {@code seeds/law/<name>.csv}. */
    public static RecordLaw named(String name) {
        return new RecordLaw(Law.named(name));
    }

    /** The clocks after all that occurred at once, in its order. */
    public RunningDeadlines after(RunningDeadlines before, List<String> occurrences, Instant at) {
        var clocks = before;
        for (var occurrence : occurrences) {
            clocks = clocks.met(occurrence, at).with(startedBy(occurrence, Set.of(), at));
        }
        return clocks;
    }

    /** The clocks that an occurrence starts where these facts hold. */
    public RunningDeadlines startedBy(String occurrence, Set<String> facts, Instant at) {
        return new RunningDeadlines(
                law.startedBy(occurrence, facts, at).stream()
                        .map(rule -> RunningDeadline.of(calculator.deadline(rule, at)))
                        .toList());
    }

    Rule version(String rule, int version) {
        return law.version(rule, version);
    }
}
