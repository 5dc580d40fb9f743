package haicap.gateway.limits;

import haicap.gateway.limits.LimitSettings.Budget;
import haicap.gateway.problems.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all bodies of one kind that are in memory at the same time may come to, and those of one
 * caller, so that nobody alone uses it up. Safe for all threads.
 */
final class BodyBudget {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final ConcurrentMap<String, Long> byCaller = new ConcurrentHashMap<>();
    private final AtomicLong all = new AtomicLong();
    private final Budget limits;

    BodyBudget(Budget limits, String name, MeterRegistry metrics) {
        this.limits = limits;
        Gauge.builder(name, all, AtomicLong::get)
                .description("Bytes of bodies in memory")
                .register(metrics);
    }

    /** Counts so many bytes more, unless that would be too many: then a {@link Refusal}. */
    void take(String caller, long bytes) {
        if (all.addAndGet(bytes) > limits.inAll().toBytes()) {
            all.addAndGet(-bytes);
            throw Refusal.unavailable("part-busy", Map.of("part", "gateway"), SOON);
        }
        if (byCaller.merge(caller, bytes, Long::sum) > limits.perCaller().toBytes()) {
            giveBack(caller, bytes);
            throw Refusal.tooMany("too-many-requests", SOON);
        }
    }

    void giveBack(String caller, long bytes) {
        byCaller.computeIfPresent(caller, (name, held) -> held == bytes ? null : held - bytes);
        all.addAndGet(-bytes);
    }
}
