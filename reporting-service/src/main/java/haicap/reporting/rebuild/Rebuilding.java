package haicap.reporting.rebuild;

import haicap.platform.leases.Leases;
import haicap.platform.problems.Outages;
import haicap.platform.threads.Worker;
import haicap.platform.threads.Workers;
import haicap.reporting.rebuild.RebuildState.State;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
    private final Workers workers;
    private @Nullable Worker worker;

    Rebuilding(Leases leases, RebuildTable table, RebuildFacts rebuild, Workers workers) {
        this.leases = leases;
        this.table = table;
        this.rebuild = rebuild;
        this.workers = workers;
    }

    @Override
    public void start() {
        worker = workers.start("rebuild", this::work);
    }

    private void work(Worker self) throws InterruptedException {
        try (var lease = leases.keep("rebuild")) {
            while (self.isRunning()) {
                TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
                var number = lease.number();
                if (number.isPresent()) {
                    look(self, number.getAsLong());
                }
            }
        }
    }

    private void look(Worker self, long number) {
        try {
            if (table.state().state() == State.RUNNING) {
                rebuild.run(number, self::isRunning);
            }
        } catch (Overtaken e) {
            log.info("the rebuild goes on elsewhere");
        } catch (RuntimeException e) {
            log.warn("the rebuild is interrupted: {}", e.toString());
            if (self.isRunning() && !Outages.isOutage(e)) {
                table.failed(number, e.toString());
            }
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
