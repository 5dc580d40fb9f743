package haicap.platform.inbox;

import haicap.platform.threads.Worker;
import haicap.platform.threads.Workers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every feed of this service at work: one thread each, from start to stop. Also tries again, by
 * itself, what was parked because its unit was not known yet.
 */
@Component
public class Inbox implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
    private static final int RETRIED_AT_ONCE = 100;

    /** How far behind the broker a feed is in one partition. */
    public record Lag(String feed, String topic, int partition, long messages) {}

    /**
     * A feed has missed records of a partition, and what it holds of that may be old, until the
     * owner has named everything anew.
     *
     * @param reason {@code HEAD_REMOVED} or {@code TAIL_LOST}
     */
    public record Gap(String feed, String topic, int partition, Instant since, String reason) {}

    private final List<EventConsumer<?>> feeds;
    private final InboxConsumers consumers;
    private final Continuity continuity;
    private final Applying applying;
    private final Parked parked;
    private final Gaps gaps;
    private final Workers workers;
    private final Map<String, InboxWorker> atWork = new ConcurrentHashMap<>();
    private final List<Worker> threads = new ArrayList<>();
    private volatile boolean running;

    Inbox(
            List<EventConsumer<?>> feeds,
            InboxConsumers consumers,
            Continuity continuity,
            Applying applying,
            Parked parked,
            Gaps gaps,
            Workers workers,
            MeterRegistry meters) {
        this.feeds = feeds;
        this.consumers = consumers;
        this.continuity = continuity;
        this.applying = applying;
        this.parked = parked;
        this.gaps = gaps;
        this.workers = workers;
        Gauge.builder("haicap.parked", parked, Parked::count)
                .description("Messages that are parked")
                .register(meters);
        Gauge.builder("haicap.inbox.gaps", gaps, Gaps::count)
                .description(
                        "Places where a topic has lost something that was not announced anew since")
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        for (var feed : feeds) {
            threads.add(workers.start("inbox-" + feed.name(), self -> work(feed)));
        }
    }

    private void work(EventConsumer<?> feed) {
        var worker = new InboxWorker(feed, consumers, continuity, applying);
        atWork.put(feed.name(), worker);
        if (running) {
            worker.run();
        }
    }

    /** The present lag of every partition that this process feeds on. */
    public List<Lag> lag() {
        return atWork.values().stream()
                .flatMap(worker ->
                        worker.lag().entrySet().stream()
                                .map(e ->
                                        new Lag(
                                                worker.feed().name(),
                                                e.getKey().topic(),
                                                e.getKey().partition(),
                                                e.getValue())))
                .toList();
    }

    /** What feeds have missed and not yet been told anew. */
    public List<Gap> gaps() {
        return gaps.all();
    }

    /** Messages that could not be applied and wait for somebody. */
    public long parked() {
        return parked.count();
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
    void retryWhatWaitsForUnits() {
        try {
            for (var feed : feeds) {
                parked.dueForUnits(feed.name(), RETRIED_AT_ONCE).forEach(id -> retry(feed, id));
            }
        } catch (RuntimeException e) {
            log.info("what is parked is not tried again yet: {}", e.toString());
        }
    }

    /** Its next turn is noted first, so that one that fails in whatever way delays no other. */
    private void retry(EventConsumer<?> feed, String id) {
        if (!parked.attempt(id)) {
            return;
        }
        try {
            parked.find(id).ifPresent(message -> applying.retry(feed, message));
        } catch (RuntimeException e) {
            log.info(
                    "{}: parked message {} is tried again later: {}",
                    feed.name(),
                    id,
                    e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        atWork.values().forEach(InboxWorker::stop);
        threads.forEach(thread -> thread.stop(STOP_WITHIN));
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
