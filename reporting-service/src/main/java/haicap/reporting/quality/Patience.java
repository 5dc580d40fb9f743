package haicap.reporting.quality;

import java.time.Duration;

/**
 * How long one reconciliation may wait, in all, until relays have sent and the inbox has heard what
 * the sources counted: while a service returns or a rebuild is exchanged, whoever asked learns in
 * time that it has to ask again. In real time. Work, however long, is not waited for.
 */
final class Patience {

    private static final Duration IN_ALL = Duration.ofSeconds(5);
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private final long until = System.nanoTime() + IN_ALL.toNanos();

    /** How long the next wait may take. */
    Duration left() {
        var left = Duration.ofNanos(until - System.nanoTime());
        return left.compareTo(AT_LEAST) < 0 ? AT_LEAST : left;
    }
}
