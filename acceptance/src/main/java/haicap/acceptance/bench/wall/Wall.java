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

/**
 * The wall in a headless browser. How long it is watched for growth is a minute, or as many minutes
 * as {@code HAICAP_WALL_MINUTES} says: 120 for the two hours.
 */
public final class Wall implements Benchmark {

    /** A report makes two events: the figures and the activity. */
    private static final int EVENTS_OF_A_REPORT = 2;

    private static final int BUSY = 200;
    private static final int USUAL = 50;
    private static final int RELOADS = 7;
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
            work(stage, USUAL, plan.warmUp());
            for (var load = 0; load < RELOADS; load++) {
                measures.add("snapshot asked to painted", "ms", Aim.atMost(500), painted(tab));
            }
            for (var run = 0; run < plan.runs(); run++) {
                measures.add(
                        "main thread at %d events/s".formatted(BUSY),
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

    /** Milliseconds of the page's main thread in each second. */
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
        work(stage, USUAL, time.dividedBy(10));
        var heap = tab.heap();
        var nodes = tab.measure("Nodes");
        work(stage, USUAL, time);
        var watched = " in %d s at %d events/s".formatted(time.toSeconds(), USUAL);
        measures.add("heap" + watched, "times", Aim.atMost(1.15), tab.heap() / heap);
        measures.add(
                "DOM nodes" + watched, "times", Aim.atMost(1.05), tab.measure("Nodes") / nodes);
    }

    private void work(Stage stage, int events, Duration time) {
        var units = stage.units();
        Pace.keep(
                (double) events / EVENTS_OF_A_REPORT,
                time,
                due -> {
                    var unit = units.get(Math.floorMod(turn.getAndIncrement(), units.size()));
                    stage.api().as(unit.officer()).accept(Paperwork.report());
                });
    }
}
