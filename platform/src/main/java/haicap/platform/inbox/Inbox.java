package haicap.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every feed of this service at work: one thread each, from start to stop. Also tries again, by
 * itself, what was parked because its unit was not known yet.
 */
@Component
public class Inbox implements SmartLifecycle {

    private static final int RETRIED_AT_ONCE = 100;

    /** How far behind the broker a feed is in one partition. */
    public record Lag(String feed, String topic, int partition, long messages) {}

    private final List<EventFeed<?>> feeds;
    private final InboxConsumers consumers;
    private final InboxPositions positions;
    private final Applying applying;
    private final Parked parked;
    private final List<InboxWorker> workers = new ArrayList<>();
    private volatile boolean running;

    Inbox(
            List<EventFeed<?>> feeds,
            InboxConsumers consumers,
            InboxPositions positions,
            Applying applying,
            Parked parked,
            MeterRegistry meters) {
        this.feeds = feeds;
        this.consumers = consumers;
        this.positions = positions;
        this.applying = applying;
        this.parked = parked;
        meters.gauge("haicap.parked", parked, Parked::count);
    }

    @Override
    public void start() {
        running = true;
        for (var feed : feeds) {
            var worker = new InboxWorker(feed, consumers, positions, applying);
            workers.add(worker);
            Thread.ofPlatform().name("inbox-" + feed.name()).daemon().start(worker::run);
        }
    }

    /** The present lag of every partition that this process feeds on. */
    public List<Lag> lag() {
        return workers.stream()
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

    /** Messages that could not be applied and wait for somebody. */
    public long parked() {
        return parked.count();
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
    void retryWhatWaitsForUnits() {
        for (var feed : feeds) {
            for (var id : parked.waitingForUnits(feed.name(), RETRIED_AT_ONCE)) {
                parked.find(id).ifPresent(message -> applying.retry(feed, message));
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        workers.forEach(InboxWorker::stop);
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
