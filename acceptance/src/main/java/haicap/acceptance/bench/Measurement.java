package haicap.acceptance.bench;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One number beside its floor or peer.
 *
 * @param name the benchmark
 * @param floor the same of the floor or peer; null where there is none
 * @param ratio ours divided by the floor's
 * @param runs of which this is the median
 * @param load the machine's load average when the benchmark began
 * @param flags of the JVMs that were measured
 */
public record Measurement(
        String name,
        String measure,
        double ours,
        @Nullable Double floor,
        @Nullable Double ratio,
        String aim,
        boolean met,
        String unit,
        int runs,
        String load,
        String flags,
        Instant at) {}
