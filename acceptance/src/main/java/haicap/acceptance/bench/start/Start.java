package haicap.acceptance.bench.start;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The one command until everything is ready, beside one bare service. */
public final class Start implements Benchmark {

    private static final double MEBIBYTES = 1 << 20;

    @Override
    public String name() {
        return "start";
    }

    /** As people start it. */
    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) throws Exception {
        var measures = new Measures(name());
        var system = stage.system();
        var flags = system.process(Parts.INSPECTION).flags();
        try (var bare = BareServiceProcess.prepared(system, flags)) {
            bare.start();
            for (var run = 0; run < plan.runs(); run++) {
                var floor = bare.start();
                system.down();
                var begun = Instant.now();
                system.up();
                var ours = Duration.between(begun, Instant.now());
                measures.add(
                        "./haicap up until ready",
                        "s",
                        Aim.timesFloorAtMost(6),
                        seconds(ours),
                        seconds(floor));
                measures.add(
                        "resident memory, all parts",
                        "MiB",
                        Aim.atMost(2_560),
                        stage.system().instances().stream()
                                .mapToDouble(
                                        part -> system.process(part).residentBytes() / MEBIBYTES)
                                .sum());
            }
        }
        return measures.medians(flags);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
