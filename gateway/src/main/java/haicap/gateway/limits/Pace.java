package haicap.gateway.limits;

import haicap.gateway.limits.LimitSettings.ImportBody;
import haicap.gateway.problems.Refusal;
import java.util.Map;

/** How long a body has become, and how fast; a {@link Refusal} when too long or too slow. */
final class Pace {

    private final ImportBody limits;
    private final long begun = System.nanoTime();
    private long passed;

    Pace(ImportBody limits) {
        this.limits = limits;
    }

    void passes(int bytes) {
        passed += bytes;
        if (passed > limits.most().toBytes()) {
            throw Bodies.tooLarge(limits.most().toBytes());
        }
        var nanos = System.nanoTime() - begun;
        if (nanos > limits.pause().toNanos()
                && passed < limits.leastPerSecond().toBytes() * (nanos / 1e9)) {
            throw Refusal.of(408, "request-too-slow", Map.of());
        }
    }
}
