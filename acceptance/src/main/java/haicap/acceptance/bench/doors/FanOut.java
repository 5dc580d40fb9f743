package haicap.acceptance.bench.doors;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Everybody;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.bench.doors.Screens.Delivered;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** A thousand screens through the gateway beside ten, and what they leave behind. */
public final class FanOut implements Benchmark {

    private static final int MANY = 1_000;
    private static final int FEW = 10;
    private static final int PER_SECOND = 5;

    @Override
    public String name() {
        return "fanout";
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) throws InterruptedException {
        var measures = new Measures(name());
        new Everybody(stage).warmUp(plan.warmUp().dividedBy(3));
        watched(stage, MANY, plan.warmUp().dividedBy(5));
        var before = leftBy(stage, Parts.GATEWAY);
        var reportingBefore = leftBy(stage, Parts.REPORTING);
        for (var run = 0; run < plan.runs(); run++) {
            var few = watched(stage, FEW, plan.drill().dividedBy(plan.runs()));
            var many = watched(stage, MANY, plan.drill());
            measures.add(
                    "post to screen at 5/s, p99 (floor: 10 screens)",
                    "ms",
                    Aim.timesFloorAtMost(3),
                    many.latencies().percentile(99),
                    few.latencies().percentile(99));
            measures.add(
                    "post to screen at 5/s, p50 (floor: 10 screens)",
                    "ms",
                    Aim.shown(),
                    many.latencies().percentile(50),
                    few.latencies().percentile(50));
            measures.add("not delivered", "events", Aim.none(), many.missing());
        }
        left(measures, stage, Parts.GATEWAY, before);
        left(measures, stage, Parts.REPORTING, reportingBefore);
        return measures.medians(stage.system().process(Parts.GATEWAY).flags());
    }

    private static Delivered watched(Stage stage, int screens, Duration time) {
        try (var watching = Screens.open(stage, screens)) {
            return watching.during(PER_SECOND, time);
        }
    }

    private static void left(Measures measures, Stage stage, String part, Leftovers before) {
        var after = leftBy(stage, part);
        measures.add(
                "live heap after all have left, %s (floor: before)".formatted(part),
                "MiB",
                Aim.timesFloorAtMost(1.1),
                after.heapMiB(),
                before.heapMiB());
        measures.add("streams left, " + part, "streams", Aim.none(), after.streams());
        measures.add(
                "connections left, %s (floor: before)".formatted(part),
                "connections",
                Aim.shown(),
                after.sockets(),
                before.sockets());
    }

    /**
     * What a part holds when nobody listens any more. Dead listeners are found when something is
     * written to them, at the latest by a comment.
     */
    private static Leftovers leftBy(Stage stage, String part) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> Leftovers.of(stage, part), left -> left.streams() == 0);
    }
}
