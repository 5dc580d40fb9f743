package haicap.acceptance.bench.ingest;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Everybody;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reports as fast as the gateway takes them, beside posts to an empty endpoint behind it. */
public final class Ingest implements Benchmark {

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) throws InterruptedException {
        var measures = new Measures(name());
        var everybody = new Everybody(stage);
        everybody.warmUp(plan.warmUp());
        for (var run = 0; run < plan.runs(); run++) {
            measure(measures, stage, everybody, plan.stretch());
        }
        return measures.medians(stage.system().process(Parts.CASE).flags());
    }

    private static void measure(Measures measures, Stage stage, Everybody everybody, Duration time)
            throws InterruptedException {
        var floor = everybody.post(Everybody.FLOOR, time);
        var before = Processors.read(stage.system());
        var ours = everybody.post(Everybody.REPORTS, time);
        var ended = Instant.now();
        stage.settled();
        var toRest = Duration.between(ended, Instant.now());
        var used = Processors.read(stage.system()).since(before);

        measures.add(
                "accepted", "reports/s", Aim.timesFloorAtLeast(0.2), ours.rate(), floor.rate());
        measures.add("not accepted", "answers", Aim.none(), ours.failed());
        measures.add("until every report was shown", "s", Aim.shown(), toRest.toMillis() / 1e3);
        measures.add(
                "processor time, all parts",
                "ms/report",
                Aim.atMost(3),
                used.millis() / (double) ours.accepted());
        used.byPart()
                .forEach((part, millis) ->
                        measures.add(
                                "processor time, " + part,
                                "ms/report",
                                Aim.shown(),
                                millis / (double) ours.accepted()));
    }
}
