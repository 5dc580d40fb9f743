package haicap.platform.threads;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Starts the threads of this process and knows which are dead: they take its liveness away, count
 * in {@code haicap.worker.deaths} (by {@code worker}) and in {@code haicap.workers.dead}. Safe for
 * all threads.
 */
@Component("workers")
public class Workers implements HealthIndicator {

    private final Set<Worker> started = ConcurrentHashMap.newKeySet();
    private final MeterRegistry meters;

    Workers(MeterRegistry meters) {
        this.meters = meters;
        meters.gauge(
                "haicap.workers.dead",
                started,
                all -> all.stream().filter(worker -> worker.causeOfDeath() != null).count());
    }

    /** Starts one; whoever asked closes it. */
    public Worker start(String name, Worker.Work work) {
        var worker = new Worker(name, work, this::died, started::remove);
        started.add(worker);
        deaths(worker); // told as none from the beginning
        worker.start();
        return worker;
    }

    private void died(Worker worker) {
        deaths(worker).increment();
    }

    private Counter deaths(Worker worker) {
        return meters.counter("haicap.worker.deaths", "worker", worker.name());
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var worker : started) {
            var cause = worker.causeOfDeath();
            if (cause != null) {
                health.down().withDetail(worker.name(), cause.toString());
            }
        }
        return health.build();
    }
}
