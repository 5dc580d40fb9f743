package haicap.platform.writes;

import haicap.platform.problems.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A key that is claimed for an order of several transactions. Each step renews the claim in its own
 * transaction; whoever has lost it - it was away for longer than a claim holds, and the same
 * request came again - writes nothing more. For one thread.
 */
public final class Claim {

    private static final Logger log = LoggerFactory.getLogger(Claim.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Writes writes;
    private final Idempotency idempotency;
    private final WriteRequest request;
    private final UUID runner = UUID.randomUUID();

    Claim(Writes writes, Idempotency idempotency, WriteRequest request) {
        this.writes = writes;
        this.idempotency = idempotency;
        this.request = request;
    }

    Optional<Answer> begin() {
        return writes.committed(() -> {
            var earlier = idempotency.lock(request, Locks.none(), runner);
            if (earlier.isEmpty()) {
                idempotency.claim(request, runner);
            }
            return earlier;
        });
    }

    Answer carryOut(Function<Claim, Answer> work) {
        try {
            return work.apply(this);
        } catch (RuntimeException e) {
            release();
            throw e;
        }
    }

    /** Does one step, in a transaction of its own. */
    public <T> T step(Locks locks, Supplier<T> work) {
        return writes.committed(() -> {
            lock(locks);
            return work.get();
        });
    }

    /** Does the last step; its answer is what the key remembers from then on. */
    public Answer answer(Locks locks, Supplier<Answer> work) {
        return writes.committed(() -> {
            lock(locks);
            return writes.remembered(request, work.get());
        });
    }

    private void lock(Locks locks) {
        if (idempotency.lock(request, locks, runner).isPresent()
                || !idempotency.hold(request, runner, Idempotency.HELD)) {
            throw Refusal.busy("idempotency-key-busy", RETRY);
        }
    }

    /** Whoever comes next need not wait until the claim runs out. */
    private void release() {
        try {
            idempotency.hold(request, runner, Duration.ZERO);
        } catch (RuntimeException e) {
            log.info("a claim runs out by itself: {}", e.toString());
        }
    }
}
