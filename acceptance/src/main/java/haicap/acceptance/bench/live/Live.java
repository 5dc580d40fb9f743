package haicap.acceptance.bench.live;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Everybody;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.bench.floor.BareCommit;
import haicap.acceptance.bench.floor.RoundTrip;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.util.List;

/** POST of a report at the gateway until its activity is at a listener of the city's stream. */
public final class Live implements Benchmark {

    private static final int USUAL = 50;
    private static final int BUSY = 300;

    @Override
    public String name() {
        return "live";
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) throws Exception {
        var measures = new Measures(name());
        try (var commit = BareCommit.on(stage.system().postgres());
                var roundTrip = new RoundTrip(stage.system().kafka());
                var screen = new Screen(stage)) {
            var floor = new BareSteps(stage, commit, roundTrip);
            warmUp(stage, floor, screen, plan.warmUp());
            for (var run = 0; run < plan.runs(); run++) {
                measure(measures, floor, screen, USUAL, plan.stretch());
                measure(measures, floor, screen, BUSY, plan.stretch());
            }
        }
        return measures.medians(stage.system().process(Parts.CASE).flags());
    }

    /** First as fast as is answered: a pace would be too much for parts that have just begun. */
    private static void warmUp(Stage stage, BareSteps floor, Screen screen, Duration time)
            throws InterruptedException {
        new Everybody(stage).warmUp(time);
        floor.atRate(USUAL, time.dividedBy(20));
        screen.atRate(USUAL, time.dividedBy(20));
    }

    private static void measure(
            Measures measures, BareSteps floor, Screen screen, int rate, Duration time)
            throws InterruptedException {
        var bare = floor.atRate(rate, time);
        var shown = screen.atRate(rate, time);
        var p50 = rate == USUAL ? Aim.timesFloorAtMost(2) : Aim.timesFloorAtMost(3);
        var p99 = rate == USUAL ? Aim.timesFloorAtMost(4) : Aim.shown();
        var at = " at %d/s".formatted(rate);
        measures.add(
                "post to screen, p50" + at,
                "ms",
                p50,
                shown.latencies().percentile(50),
                bare.percentile(50));
        measures.add(
                "post to screen, p99" + at,
                "ms",
                p99,
                shown.latencies().percentile(99),
                bare.percentile(99));
        measures.add("refused" + at, "reports", Aim.none(), shown.refused());
        measures.add("not shown" + at, "reports", Aim.none(), shown.missing());
        measures.add(
                "shown within a second of the last post" + at,
                "part",
                Aim.atLeast(0.99),
                shown.inTime());
    }
}
