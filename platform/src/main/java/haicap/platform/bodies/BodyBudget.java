package haicap.platform.bodies;

import haicap.platform.problems.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What all bodies of a part together may take: so much memory, so many large ones. What is one too
 * many is refused at once and may come again (503); so is what is one too many of one caller (429),
 * so that nobody has it all. Safe for all threads.
 */
@Component
class BodyBudget {

    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration LARGE_AGAIN = Duration.ofSeconds(5);
    private static final int SHARES = 2;

    private final long memory;
    private final int largeAtOnce;
    private final Map<String, Long> held = new HashMap<>();
    private final Set<String> large = new HashSet<>();
    private long all;

    BodyBudget(BodySettings settings, MeterRegistry meters) {
        this.memory = settings.memory();
        this.largeAtOnce = settings.largeAtOnce();
        Gauge.builder("haicap.bodies.bytes", this, BodyBudget::held)
                .description("Bytes of bodies that are being taken")
                .register(meters);
    }

    /** Takes so many bytes of memory for a body of this caller. */
    synchronized void take(String caller, long bytes) {
        long own = held.getOrDefault(caller, 0L) + bytes;
        if (own > memory / SHARES) {
            throw Refusal.tooMany("bodies-of-caller", AGAIN);
        }
        if (all + bytes > memory) {
            throw Refusal.unavailable("bodies-full", AGAIN);
        }
        held.put(caller, own);
        all += bytes;
    }

    /** Gives back what was taken. */
    synchronized void give(String caller, long bytes) {
        held.computeIfPresent(caller, (name, own) -> own > bytes ? own - bytes : null);
        all -= bytes;
    }

    /** Takes a place for a body that lies on disk. */
    synchronized void takeLarge(String caller) {
        if (large.contains(caller)) {
            throw Refusal.tooMany("bodies-of-caller", LARGE_AGAIN);
        }
        if (large.size() >= largeAtOnce) {
            throw Refusal.unavailable("bodies-full", LARGE_AGAIN);
        }
        large.add(caller);
    }

    /** Gives the place back. */
    synchronized void giveLarge(String caller) {
        large.remove(caller);
    }

    /** Bytes that are held now. */
    synchronized long held() {
        return all;
    }

    /** Large bodies that are held now. */
    synchronized int large() {
        return large.size();
    }
}
