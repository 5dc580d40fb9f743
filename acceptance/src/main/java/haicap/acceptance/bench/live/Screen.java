package haicap.acceptance.bench.live;

import haicap.acceptance.bench.Latencies;
import haicap.acceptance.bench.Pace;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.client.Answer;
import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Told;
import haicap.acceptance.load.Paperwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.awaitility.Awaitility;

/** A listener of the city's stream, and the units whose reports it waits for. */
final class Screen implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    /**
     * What came of one stretch.
     *
     * @param missing reports that were accepted and never shown
     * @param inTime the part that was shown no later than a second after the last post
     */
    record Shown(Latencies latencies, long refused, long missing, double inTime) {}

    private final Stage stage;
    private final Listener listener;
    private final Map<String, Long> shown = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    Screen(Stage stage) {
        this.stage = stage;
        this.listener =
                Listener.to(stage.api().as("wall"), "/api/v1/feed/city/stream", null, this::show);
        Awaitility.await().until(listener::isListening);
    }

    private void show(Told told) {
        if (told.isActivity()) {
            shown.put(told.json().path("subject").asString(), told.nanos());
        }
    }

    Shown atRate(int perSecond, Duration time) throws InterruptedException {
        Map<String, Long> posted = new ConcurrentHashMap<>();
        var refused = new LongAdder();
        Pace.keep(
                perSecond,
                time,
                due -> {
                    var answer = post();
                    if (answer.accepted()) {
                        posted.put(answer.text("id"), due);
                    } else {
                        refused.increment();
                    }
                });
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        awaitAll(posted);
        var latencies = new ArrayList<Long>();
        var late = 0;
        for (var report : posted.entrySet()) {
            var at = shown.get(report.getKey());
            if (at != null) {
                latencies.add(at - report.getValue());
                late += at > deadline ? 1 : 0;
            }
        }
        var missing = posted.size() - latencies.size();
        shown.clear();
        return new Shown(
                new Latencies(latencies),
                refused.sum(),
                missing,
                1 - (late + missing) / (double) posted.size());
    }

    private Answer post() {
        var units = stage.units();
        var unit = units.get(turn.getAndIncrement() % units.size());
        var write = Paperwork.report();
        return stage.api().as(unit.officer()).send(write);
    }

    private void awaitAll(Map<String, Long> posted) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!shown.keySet().containsAll(posted.keySet()) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
