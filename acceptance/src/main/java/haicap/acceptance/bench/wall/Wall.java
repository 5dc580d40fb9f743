package haicap.acceptance.bench.wall;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Pace;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.browser.Chromium;
import haicap.acceptance.browser.Reader;
import haicap.acceptance.browser.Tab;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The wall in a headless browser. How long it is watched for growth is a minute, or as many minutes
 * as {@code HAICAP_WALL_MINUTES} says: 120 for the two hours. Its lists are full when the watch
 * begins; the largest of ten readings counts, and each is printed when it is made.
 */
public final class Wall implements Benchmark {

    /** A report makes two events: the figures and the activity. */
    private static final int EVENTS_OF_A_REPORT = 2;

    private static final int BUSY = 200;
    private static final int USUAL = 50;
    private static final int RELOADS = 7;
    private static final int READINGS = 10;
    private static final Duration TO_FILL_THE_LISTS = Duration.ofSeconds(30);
    private static final String PAINTED = "performance.getEntriesByName('haicap:painted')";

    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public String name() {
        return "wall";
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) {
        var measures = new Measures(name());
        try (var browser = Chromium.start()) {
            var tab = browser.open();
            tab.show(1920, 1080, "dark");
            Reader.signIn(tab, stage.system().gateway(), "wall");
            work(stage, USUAL, plan.warmUp().dividedBy(5));
            for (var load = 0; load < RELOADS; load++) {
                measures.add("snapshot asked to painted", "ms", Aim.atMost(500), painted(tab));
            }
            for (var run = 0; run < plan.runs(); run++) {
                measures.add(
                        "main thread's processor time at %d events/s".formatted(BUSY),
                        "ms/s",
                        Aim.atMost(100),
                        busy(stage, tab, plan.stretch()));
            }
            grow(stage, tab, measures, plan);
        }
        return measures.medians(stage.system().process(Parts.GATEWAY).flags());
    }

    private static double painted(Tab tab) {
        tab.command("Page.reload", Map.of());
        tab.await("performance.timeOrigin !== window.seen && %s.length".formatted(PAINTED));
        return tab.value(
                        """
                        (window.seen = performance.timeOrigin, %s[0].startTime
                          - performance.getEntriesByType('resource')
                              .find(e => e.name.endsWith('/api/v1/feed/city')).startTime)\
                        """
                                .formatted(PAINTED))
                .asDouble();
    }

    /** Milliseconds that the page's main thread works in each second. */
    private double busy(Stage stage, Tab tab, Duration time) {
        var before = tab.measure("TaskDuration");
        var from = System.nanoTime();
        work(stage, BUSY, time);
        var seconds = (System.nanoTime() - from) / 1e9;
        return (tab.measure("TaskDuration") - before) * 1_000 / seconds;
    }

    private void grow(Stage stage, Tab tab, Measures measures, Plan plan) {
        var minutes = System.getenv("HAICAP_WALL_MINUTES");
        var time = minutes == null ? plan.drill() : Duration.ofMinutes(Long.parseLong(minutes));
        work(stage, USUAL, TO_FILL_THE_LISTS);
        var first = Size.of(tab);
        var largest = first;
        var refused = 0L;
        for (var reading = 1; reading <= READINGS; reading++) {
            refused += work(stage, USUAL, time.dividedBy(READINGS));
            var size = Size.of(tab);
            System.out.printf(
                    "%s  %.0f kB, %.0f nodes, %d refused%n",
                    time.multipliedBy(reading).dividedBy(READINGS),
                    size.heap() / 1_000,
                    size.nodes(),
                    refused);
            largest = largest.or(size);
        }
        var watched = " in %d s at %d events/s".formatted(time.toSeconds(), USUAL);
        measures.add("heap" + watched, "times", Aim.atMost(1.15), largest.heap() / first.heap());
        measures.add(
                "DOM nodes" + watched, "times", Aim.atMost(1.1), largest.nodes() / first.nodes());
        measures.add("refused" + watched, "reports", Aim.none(), refused);
        measures.add("complaints of the browser", "", Aim.shown(), tab.complaints().size());
    }

    private record Size(double heap, double nodes) {

        static Size of(Tab tab) {
            return new Size(tab.heap(), tab.measure("Nodes"));
        }

        Size or(Size other) {
            return new Size(Math.max(heap, other.heap), Math.max(nodes, other.nodes));
        }
    }

    /** Keeps the pace for a while; gives the number of reports that were not accepted. */
    private long work(Stage stage, int events, Duration time) {
        var units = stage.units();
        var accepted = new LongAdder();
        var begun =
                Pace.keep(
                        (double) events / EVENTS_OF_A_REPORT,
                        time,
                        due -> {
                            var next = Math.floorMod(turn.getAndIncrement(), units.size());
                            var officer = stage.api().as(units.get(next).officer());
                            if (officer.send(Paperwork.report()).accepted()) {
                                accepted.increment();
                            }
                        });
        return begun - accepted.sum();
    }
}
