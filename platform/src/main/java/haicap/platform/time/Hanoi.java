package haicap.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days and legal dates are those of Asia/Ho_Chi_Minh; instants are UTC. */
public final class Hanoi {

    /** The zone in which days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Hanoi() {}

    /** The present day by the given clock. */
    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    /** The day in which the instant lies. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** 00:00 of the day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
