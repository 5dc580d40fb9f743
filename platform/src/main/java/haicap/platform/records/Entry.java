package haicap.platform.records;

import haicap.platform.deadlines.RunningDeadlines;
import org.jspecify.annotations.Nullable;

/**
 * What became of a record, to be entered.
 *
 * @param before as it was under the lock; null for a new one
 */
public record Entry<R extends WorkRecord>(@Nullable Kept<R> before, Outcome<R> done) {

    /** The clocks until now. */
    RunningDeadlines ran() {
        return before == null ? RunningDeadlines.NONE : before.deadlines();
    }
}
