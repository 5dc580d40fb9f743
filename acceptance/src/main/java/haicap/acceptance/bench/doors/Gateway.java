package haicap.acceptance.bench.doors;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Latencies;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.client.Api;
import haicap.acceptance.system.Parts;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A question through the gateway and the same at the service, at sixteen connections. */
public final class Gateway implements Benchmark {

    private static final int CONNECTIONS = 16;

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) throws Exception {
        var measures = new Measures(name());
        var service = URI.create("http://127.0.0.1:" + stage.system().port(Parts.ORG_STRUCTURE));
        try (var direct = Api.of(stage.system(), service)) {
            ask(stage.api(), stage, plan.warmUp().dividedBy(2));
            ask(direct, stage, plan.warmUp().dividedBy(2));
            for (var run = 0; run < plan.runs(); run++) {
                var ours = ask(stage.api(), stage, plan.stretch());
                var floor = ask(direct, stage, plan.stretch());
                measures.add(
                        "GET, p50 (floor: at the service)",
                        "ms",
                        Aim.shown(),
                        ours.percentile(50),
                        floor.percentile(50));
                measures.add(
                        "added by the gateway, p50",
                        "ms",
                        Aim.atMost(2),
                        ours.percentile(50) - floor.percentile(50));
                measures.add(
                        "GET, p99 (floor: at the service)",
                        "ms",
                        Aim.timesFloorAtMost(3),
                        ours.percentile(99),
                        floor.percentile(99));
            }
        }
        return measures.medians(stage.system().process(Parts.GATEWAY).flags());
    }

    /** Each connection asks again as soon as it is answered, in the names of all officers. */
    private static Latencies ask(Api door, Stage stage, Duration time) {
        var units = stage.units();
        units.forEach(unit -> door.as(unit.officer()));
        Collection<Long> nanos = new ConcurrentLinkedQueue<>();
        var turn = new AtomicInteger();
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var connection = 0; connection < CONNECTIONS; connection++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        var unit = units.get(turn.getAndIncrement() % units.size());
                        var begun = System.nanoTime();
                        door.as(unit.officer()).get("/api/v1/units/" + unit.id()).orFail();
                        nanos.add(System.nanoTime() - begun);
                    }
                });
            }
        }
        return new Latencies(nanos);
    }
}
