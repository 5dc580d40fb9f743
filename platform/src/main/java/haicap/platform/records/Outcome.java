package haicap.platform.records;

import haicap.platform.authority.Ruling;
import haicap.platform.deadlines.RunningDeadlines;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deed and what it made of the record.
 *
 * @param happened what is told once beside the new state; null for when and by which post
 * @param clocks those that run or ran then; null for what the occurrences of the deed start and
 *     meet at the moment of recording
 * @param noted what the history notes beside the changes of the public state
 * @param authority the rule that allowed it; null where no rule is asked
 */
public record Outcome<R extends WorkRecord>(
        Deed deed,
        R after,
        @Nullable Object happened,
        @Nullable RunningDeadlines clocks,
        Map<String, Change> noted,
        @Nullable Ruling authority) {

    /** The same, by the rule that allowed it. */
    public Outcome<R> allowedBy(Ruling ruling) {
        return new Outcome<>(deed, after, happened, clocks, noted, ruling);
    }

    /** The same; others hear this of it. */
    public Outcome<R> telling(Object more) {
        return new Outcome<>(deed, after, more, clocks, noted, authority);
    }

    /** The same; the history notes it. */
    Outcome<R> noting(Map<String, Change> more) {
        return new Outcome<>(deed, after, happened, clocks, more, authority);
    }

    /** The same, where the law goes by more than what occurred. */
    public Outcome<R> with(RunningDeadlines running) {
        return new Outcome<>(deed, after, happened, running, noted, authority);
    }

    /** The same, as the record is kept. */
    Outcome<R> as(R kept) {
        return new Outcome<>(deed, kept, happened, clocks, noted, authority);
    }
}
