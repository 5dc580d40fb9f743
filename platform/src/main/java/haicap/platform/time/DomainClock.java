package haicap.platform.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Domain time: the system's clock in UTC plus the offset that all parts of a local system share
 * through one file. Without a file it is the system's clock. Leases, heartbeats, time-outs, tokens
 * and retention do not use it. Safe for all threads.
 */
final class DomainClock extends Clock {

    private static final Logger log = LoggerFactory.getLogger(DomainClock.class);
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final @Nullable Path offsetFile;
    private volatile Duration offset = Duration.ZERO;
    private volatile long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    DomainClock(@Nullable Path offsetFile) {
        this.offsetFile = offsetFile;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset());
    }

    private Duration offset() {
        if (offsetFile != null && System.nanoTime() - lookedAt >= LOOK_EVERY_NANOS) {
            lookedAt = System.nanoTime();
            offset = read(offsetFile);
        }
        return offset;
    }

    private Duration read(Path file) {
        try {
            var text = Files.readString(file).strip();
            return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException | DateTimeException e) {
            log.warn(
                    "clock offset in {} cannot be read, the last one stays: {}",
                    file,
                    e.toString());
            return offset;
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("domain time is UTC; days come from Hanoi");
    }
}
