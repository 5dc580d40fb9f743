package haicap.reporting.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Domain time that a test turns by hand. */
public final class SettableClock extends Clock {

    /** Puts the clock into the service under test. */
    @Configuration(proxyBeanMethods = false)
    public static class Setting {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }

    private volatile Instant now = Instant.parse("2025-10-01T02:00:00Z");

    /** Turns the clock. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Moves the clock on. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
