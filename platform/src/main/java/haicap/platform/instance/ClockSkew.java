package haicap.platform.instance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How far this machine's clock is ahead of the database's, measured whenever the database tells its
 * time: ends of tokens and appointments are judged by this one, leases and records by that one.
 */
@Component
class ClockSkew {

    private static final Logger log = LoggerFactory.getLogger(ClockSkew.class);
    private static final Duration MOST = Duration.ofSeconds(1);

    private volatile Duration ahead = Duration.ZERO;
    private boolean told;

    ClockSkew(MeterRegistry meters) {
        Gauge.builder("haicap.clock.skew", this, skew -> skew.ahead.toMillis() / 1_000.0)
                .description("How far this machine's clock is ahead of the database's")
                .baseUnit("seconds")
                .register(meters);
    }

    /** The database told its time between these two instants of ours. */
    synchronized void measured(Instant before, Instant theirs, Instant after) {
        var between = before.plus(Duration.between(before, after).dividedBy(2));
        var inDoubt = Duration.between(before, after).dividedBy(2);
        ahead = Duration.between(theirs, between);
        var isTooFar = ahead.abs().minus(inDoubt).compareTo(MOST) > 0;
        if (isTooFar != told) {
            told = isTooFar;
            if (isTooFar) {
                log.warn("this machine's clock is {} ms ahead of the database's", ahead.toMillis());
            } else {
                log.info("this machine's clock agrees with the database's again");
            }
        }
    }
}
