package haicap.platform.outbox;

import haicap.platform.broker.BrokerClients;
import haicap.platform.leases.Leases;
import haicap.platform.threads.Worker;
import haicap.platform.threads.Workers;
import haicap.platform.trace.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Every relay of this service at work, one for each table that is told, each under a lease. */
@Component
public class Relays implements SmartLifecycle {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final List<Relay> relays;
    private final Leases leases;
    private final Workers workers;
    private final List<Worker> running = new ArrayList<>();

    Relays(
            List<OutboxRows> tables,
            JdbcTemplate jdbc,
            BrokerClients clients,
            Topics topics,
            TopicEnds ends,
            RelaySignal signal,
            Leases leases,
            Workers workers,
            Tracing tracing,
            @Value("${haicap.service}") String service) {
        this.relays =
                tables.stream()
                        .map(rows ->
                                new Relay(
                                        rows,
                                        new RelayPosition(jdbc, rows.name()),
                                        () ->
                                                Publisher.open(
                                                        clients,
                                                        service,
                                                        database(jdbc),
                                                        rows.name()),
                                        topics,
                                        ends,
                                        signal.listen(),
                                        tracing))
                        .toList();
        this.leases = leases;
        this.workers = workers;
    }

    private static String database(JdbcTemplate jdbc) {
        return jdbc.queryForList("SELECT current_database()", String.class).getFirst();
    }

    @Override
    public void start() {
        for (var relay : relays) {
            var name = "relay-" + relay.rows().name();
            running.add(workers.start(name, self -> work(name, relay)));
        }
    }

    /** Whatever ends the work ends the lease. */
    private void work(String name, Relay relay) throws InterruptedException {
        try (var lease = leases.keep(name)) {
            relay.work(lease);
        }
    }

    List<Relay> all() {
        return relays;
    }

    @Override
    public void stop() {
        running.forEach(Worker::close);
        try {
            for (var worker : running) {
                worker.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }
}
