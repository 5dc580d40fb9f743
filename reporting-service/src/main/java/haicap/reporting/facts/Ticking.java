package haicap.reporting.facts;

import haicap.platform.leases.Leases;
import haicap.platform.threads.Worker;
import haicap.platform.threads.Workers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
    private final Workers workers;
    private @Nullable Worker worker;

    Ticking(Leases leases, MoveClock moveClock, Workers workers) {
        this.leases = leases;
        this.moveClock = moveClock;
        this.workers = workers;
    }

    @Override
    public void start() {
        worker = workers.start("tick", this::tick);
    }

    private void tick(Worker self) throws InterruptedException {
        try (var lease = leases.keep("tick")) {
            while (self.isRunning()) {
                TimeUnit.NANOSECONDS.sleep(EVERY.toNanos());
                if (lease.number().isPresent()) {
                    moveClock();
                }
            }
        }
    }

    private void moveClock() {
        try {
            moveClock.toNow();
        } catch (RuntimeException e) {
            log.warn("the clock stands still: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        if (worker != null) {
            worker.close();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null && worker.isRunning();
    }
}
