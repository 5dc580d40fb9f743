package haicap.acceptance.bench.doors;

import haicap.acceptance.bench.Latencies;
import haicap.acceptance.bench.Pace;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.client.Session;
import haicap.acceptance.load.Paperwork;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** So many clients of the city's stream, all of one machine, that note when they hear what. */
final class Screens implements AutoCloseable {

    private static final String STREAM = "/api/v1/feed/city/stream";
    private static final String SUBJECT = "\"subject\":\"";
    private static final long PATIENCE_SECONDS = 20;

    /**
     * What came of one stretch.
     *
     * @param missing reports that a screen should have shown and did not
     */
    record Delivered(Latencies latencies, long missing) {}

    private final Stage stage;
    private final Collection<InputStream> open = new ConcurrentLinkedQueue<>();
    private final List<Thread> readers = new ArrayList<>();
    private final Map<String, Long> posted = new ConcurrentHashMap<>();
    private final Map<String, Collection<Long>> heard = new ConcurrentHashMap<>();
    private final LongAdder deliveries = new LongAdder();
    private final AtomicInteger turn = new AtomicInteger();

    private Screens(Stage stage) {
        this.stage = stage;
    }

    static Screens open(Stage stage, int count) {
        var screens = new Screens(stage);
        var wall = stage.api().as("wall");
        for (var screen = 0; screen < count; screen++) {
            screens.open(wall);
        }
        return screens;
    }

    /** The caller's limit of requests a second holds for opening, too. */
    private void open(Session wall) {
        var answer = wall.open(STREAM, null);
        while (answer.statusCode() == 429) {
            pause(Duration.ofMillis(200));
            answer = wall.open(STREAM, null);
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no stream: " + answer.statusCode());
        }
        var stream = answer.body();
        open.add(stream);
        readers.add(Thread.startVirtualThread(() -> read(stream)));
    }

    private void read(InputStream stream) {
        try (var in =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 2_048)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var at = line.indexOf(SUBJECT);
                if (at > 0) {
                    var from = at + SUBJECT.length();
                    note(line.substring(from, line.indexOf('"', from)), System.nanoTime());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // this side has ended it
        }
    }

    private void note(String subject, long nanos) {
        heard.computeIfAbsent(subject, key -> new ConcurrentLinkedQueue<>()).add(nanos);
        deliveries.increment();
    }

    /** Units report at this pace; what each screen hears counts from when the post was due. */
    Delivered during(int perSecond, Duration time) {
        posted.clear();
        heard.clear();
        deliveries.reset();
        Pace.keep(perSecond, time, due -> posted.put(post(), due));
        var expected = (long) posted.size() * open.size();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (deliveries.sum() < expected && System.nanoTime() < end) {
            pause(Duration.ofMillis(20));
        }
        var nanos = new ArrayList<Long>();
        posted.forEach((report, due) ->
                heard.getOrDefault(report, List.of()).forEach(at -> nanos.add(at - due)));
        return new Delivered(new Latencies(nanos), expected - nanos.size());
    }

    private String post() {
        var units = stage.units();
        var unit = units.get(turn.getAndIncrement() % units.size());
        return stage.api().as(unit.officer()).send(Paperwork.report()).orFail().text("id");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All leave. */
    @Override
    public void close() {
        for (var stream : open) {
            try {
                stream.close();
            } catch (IOException e) {
                // it was closed already
            }
        }
    }
}
