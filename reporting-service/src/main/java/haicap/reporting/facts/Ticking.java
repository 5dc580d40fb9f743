package haicap.reporting.facts;

import haicap.platform.leases.Lease;
import haicap.platform.leases.Leases;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Moves the clock of the picture each second, in the one replica that holds the lease. */
@Component
class Ticking implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Ticking.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Leases leases;
    private final MoveClock moveClock;
    private volatile boolean running;
    private @Nullable Lease lease;
    private @Nullable Thread thread;

    Ticking(Leases leases, MoveClock moveClock) {
        this.leases = leases;
        this.moveClock = moveClock;
    }

    @Override
    public void start() {
        running = true;
        var kept = leases.keep("tick");
        lease = kept;
        thread = Thread.ofVirtual().name("tick").start(() -> tick(kept));
    }

    private void tick(Lease kept) {
        while (running) {
            LockSupport.parkNanos(EVERY.toNanos());
            if (running && kept.number().isPresent()) {
                try {
                    moveClock.toNow();
                } catch (RuntimeException e) {
                    log.warn("the clock stands still: {}", e.toString());
                }
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
        if (lease != null) {
            lease.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
