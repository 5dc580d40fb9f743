package haicap.platform.bodies;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of requests a part holds at once.
 *
 * @param limit of a body
 * @param importLimit of a file that is imported
 * @param inMemory of all bodies together, as a share of the heap; one caller may have half of it
 * @param largeAtOnce bodies above {@code limit}, which lie on disk; one caller may have one
 * @param patience for how long a body may be as slow as it likes
 * @param leastPerSecond that must have come, on average, from then on; sixteen times that of a body
 *     that lies on disk
 */
@ConfigurationProperties("haicap.bodies")
record BodySettings(
        @DefaultValue("1MB") DataSize limit,
        @DefaultValue("32MB") DataSize importLimit,
        @DefaultValue("0.06") double inMemory,
        @DefaultValue("2") int largeAtOnce,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("8KB") DataSize leastPerSecond) {

    /** Of all bodies together, never less than four full ones. */
    long memory() {
        long share = (long) (Runtime.getRuntime().maxMemory() * inMemory);
        return Math.max(4 * limit.toBytes(), share);
    }
}
