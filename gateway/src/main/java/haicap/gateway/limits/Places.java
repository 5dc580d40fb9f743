package haicap.gateway.limits;

import haicap.gateway.problems.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** So many at a time, and so many of one caller. Safe for all threads. */
final class Places {

    private static final Duration LATER = Duration.ofSeconds(5);

    private final ConcurrentMap<String, Integer> byCaller = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private final int most;
    private final int perCaller;

    Places(int most, int perCaller) {
        this.most = most;
        this.perCaller = perCaller;
    }

    /** To be left once. */
    @FunctionalInterface
    interface Place {
        void leave();
    }

    /** A place, or a {@link Refusal}. */
    Place take(String caller) {
        if (byCaller.merge(caller, 1, Integer::sum) > perCaller) {
            leave(caller);
            throw Refusal.tooMany("too-many-requests", LATER);
        }
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            leave(caller);
            throw Refusal.unavailable("part-busy", Map.of("part", "gateway"), LATER);
        }
        return () -> {
            all.decrementAndGet();
            leave(caller);
        };
    }

    private void leave(String caller) {
        byCaller.computeIfPresent(caller, (name, taken) -> taken == 1 ? null : taken - 1);
    }
}
