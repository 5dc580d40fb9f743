package haicap.reporting.rebuild;

import haicap.platform.leases.Lease;
import haicap.platform.leases.Leases;
import haicap.platform.problems.Outages;
import haicap.reporting.rebuild.RebuildState.State;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does what was ordered, in the one replica that holds the lease. After a crash, of this process or
 * of the database, it is begun anew: nothing of it is in use before it is done.
 */
@Component
class Rebuilding implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rebuilding.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Leases leases;
    private final RebuildTable table;
    private final RebuildFacts rebuild;
    private volatile boolean running;
    private @Nullable Lease lease;
    private @Nullable Thread thread;

    Rebuilding(Leases leases, RebuildTable table, RebuildFacts rebuild) {
        this.leases = leases;
        this.table = table;
        this.rebuild = rebuild;
    }

    @Override
    public void start() {
        running = true;
        var kept = leases.keep("rebuild");
        lease = kept;
        thread = Thread.ofPlatform().name("rebuild").daemon().start(() -> work(kept));
    }

    private void work(Lease kept) {
        while (running) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            var number = kept.number();
            if (running && number.isPresent()) {
                look(number.getAsLong());
            }
        }
    }

    private void look(long number) {
        try {
            if (table.state().state() == State.RUNNING) {
                rebuild.run(number, () -> running);
            }
        } catch (Overtaken e) {
            log.info("the rebuild goes on elsewhere");
        } catch (RuntimeException e) {
            log.warn("the rebuild is interrupted: {}", e.toString());
            if (running && !Outages.isOutage(e)) {
                table.failed(number, e.toString());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            LockSupport.unpark(thread);
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
