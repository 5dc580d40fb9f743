package haicap.platform.records;

import haicap.platform.deadlines.RunningDeadlines;
import org.jspecify.annotations.Nullable;

/**
 * A deed and what it made of the record.
 *
 * @param happened what is told once beside the new state; null for when and by which post
 * @param clocks those that run or ran then; null for what the occurrences of the deed start and
 *     meet at the moment of recording
 */
public record Outcome<R extends WorkRecord>(
        Deed deed, R after, @Nullable Object happened, @Nullable RunningDeadlines clocks) {

    /** The same; others hear this of it. */
    public Outcome<R> telling(Object more) {
        return new Outcome<>(deed, after, more, clocks);
    }

    /** The same, where the law goes by more than what occurred. */
    public Outcome<R> with(RunningDeadlines running) {
        return new Outcome<>(deed, after, happened, running);
    }
}
