package haicap.casework.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
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

    /** Does something at another time. */
    public <T> T at(String instant, Supplier<T> work) {
        var before = now;
        now = Instant.parse(instant);
        try {
            return work.get();
        } finally {
            now = before;
        }
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
