package haicap.acceptance.bench;

import java.time.Duration;

/**
 * How much is measured. Every part of a benchmark is bounded in count or time.
 *
 * @param runs of which the median counts
 * @param stretch how long one thing is measured at a stretch
 * @param warmUp how long everything runs at most before the first measurement: the compilers of
 *     parts that share two processors need minutes until they are done
 * @param backlog rows of the backlog that is drained
 * @param drill how long a drill takes
 */
public record Plan(int runs, Duration stretch, Duration warmUp, int backlog, Duration drill) {

    /** The numbers that are published come from this one. */
    public static Plan full() {
        return new Plan(
                3,
                Duration.ofSeconds(15),
                Duration.ofSeconds(300),
                100_000,
                Duration.ofSeconds(60));
    }

    /** For trying. */
    public static Plan quick() {
        return new Plan(
                1, Duration.ofSeconds(5), Duration.ofSeconds(8), 10_000, Duration.ofSeconds(25));
    }
}
