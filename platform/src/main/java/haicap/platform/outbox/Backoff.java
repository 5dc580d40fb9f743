package haicap.platform.outbox;

import java.time.Duration;

/** A pause that doubles from its shortest to its longest, and starts anew when there is work. */
final class Backoff {

    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    Backoff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    /** Between looks for commits of other processes. */
    static Backoff net() {
        return new Backoff(Duration.ofMillis(25), Duration.ofMillis(400));
    }

    /** Until rows may be ready that wait for a running transaction. */
    static Backoff heldUp() {
        return new Backoff(Duration.ofMillis(1), Duration.ofMillis(16));
    }

    Duration next() {
        var now = next;
        var doubled = now.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return now;
    }

    void reset() {
        next = shortest;
    }
}
