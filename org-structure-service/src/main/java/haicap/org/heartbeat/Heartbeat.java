package haicap.org.heartbeat;

import haicap.org.events.OrgNews;
import haicap.platform.events.OutboundEvent;
import haicap.platform.leases.Lease;
import haicap.platform.leases.Leases;
import haicap.platform.outbox.Outbox;
import haicap.platform.problems.Outages;
import haicap.platform.threads.Beats;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Each second one replica says that it is there, through the outbox and under one constant key. So
 * whoever hears it has heard everything that was told before. Real time: it measures the age of a
 * copy, not a date.
 */
@Component
class Heartbeat {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final String KEY = "heartbeat";

    private final Lease lease;
    private final Writes writes;
    private final HeartbeatTable table;
    private final Outbox outbox;

    Heartbeat(Leases leases, Writes writes, HeartbeatTable table, Outbox outbox) {
        this.lease = leases.keep(KEY);
        this.writes = writes;
        this.table = table;
        this.outbox = outbox;
    }

    @Scheduled(fixedRateString = "PT1S", scheduler = Beats.THREADS)
    void tick() {
        if (lease.number().isEmpty()) {
            return;
        }
        try {
            writes.run(Locks.on(KEY), this::beat);
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            log.warn("no heartbeat: {}", e.toString());
        }
    }

    private long beat() {
        long beats = table.next();
        outbox.append(
                new OutboundEvent(
                        OrgNews.TOPIC,
                        KEY,
                        "Heartbeat",
                        "haicap.org.Heartbeat.v1",
                        "hanoi",
                        beats,
                        Instant.now(),
                        null,
                        Map.of()));
        return beats;
    }

    @PreDestroy
    void stop() {
        lease.close();
    }
}
