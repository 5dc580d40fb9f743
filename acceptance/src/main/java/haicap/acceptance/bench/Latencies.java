package haicap.acceptance.bench;

import java.util.Arrays;
import java.util.Collection;

/** Durations of the same thing, in order of length. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final long[] sorted;

    /** Of these, in nanoseconds. */
    public Latencies(Collection<Long> nanos) {
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        this.sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
    }

    /** Milliseconds that so many percent do not exceed. */
    public double percentile(double percent) {
        var rank = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return sorted[Math.max(rank, 0)] / NANOS_PER_MILLI;
    }

    /** How many there are. */
    public int count() {
        return sorted.length;
    }
}
