package haicap.platform.leases;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A duty that this process has while it holds the lease. Renewed each second by a thread of its
 * own, so that slow work does not lose it; counted as lost by the local monotonic clock well before
 * another may take it. A process that was paused finds it lost when it wakes. Safe for all threads.
 */
public final class Lease implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lease.class);
    private static final Duration RENEW_EVERY = Duration.ofSeconds(1);
    private static final Duration TRY_EVERY = Duration.ofMillis(250);
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(3);

    private record Held(long number, long trustedUntilNanos) {}

    private final Leases leases;
    private final String name;
    private final ScheduledExecutorService keeper;
    private volatile Held held = new Held(0, System.nanoTime());

    Lease(Leases leases, String name) {
        this.leases = leases;
        this.name = name;
        this.keeper =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("lease-" + name).factory());
        keeper.execute(this::keep);
    }

    /** The lease's number while it is ours. */
    public OptionalLong number() {
        var now = held;
        return now.number > 0 && System.nanoTime() - now.trustedUntilNanos < 0
                ? OptionalLong.of(now.number)
                : OptionalLong.empty();
    }

    private void keep() {
        try {
            renew();
        } catch (RuntimeException e) {
            log.debug("lease {} not renewed: {}", name, e.toString());
        } finally {
            again(number().isPresent() ? RENEW_EVERY : TRY_EVERY);
        }
    }

    private void again(Duration later) {
        try {
            keeper.schedule(this::keep, later.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // nothing more to keep
        }
    }

    private void renew() {
        long before = System.nanoTime();
        var number = leases.acquire(name);
        if (number.isPresent() && number.getAsLong() != held.number) {
            log.info("lease {} is held here, number {}", name, number.getAsLong());
        }
        held = new Held(number.orElse(0), before + TRUSTED_FOR.toNanos());
    }

    /** Gives it up at once, so that nobody has to wait for its end. */
    @Override
    public void close() {
        keeper.shutdownNow();
        held = new Held(0, System.nanoTime());
        try {
            leases.release(name);
        } catch (RuntimeException e) {
            log.debug("lease {} not released: {}", name, e.toString());
        }
    }
}
