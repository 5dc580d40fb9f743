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
import java.util.concurrent.locks.LockSupport;

/**
 * A question through the gateway and the same at the service, at sixteen connections: at a pace
 * that leaves the processors time, for what the gateway adds; and as fast as they are answered,
 * where every part and the client wait for the same processors.
 */
public final class Gateway implements Benchmark {

    private static final int CONNECTIONS = 16;
    private static final Duration EACH = Duration.ofMillis(160);
    private static final Duration AT_ONCE = Duration.ZERO;

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) throws Exception {
        var measures = new Measures(name());
        var service = URI.create("http://127.0.0.1:" + stage.system().port(Parts.ORG_STRUCTURE));
        try (var direct = Api.of(stage.system(), service)) {
            ask(stage.api(), stage, AT_ONCE, plan.warmUp().dividedBy(3));
            ask(direct, stage, AT_ONCE, plan.warmUp().dividedBy(6));
            for (var run = 0; run < plan.runs(); run++) {
                measure(measures, stage, direct, EACH, " at 100/s", plan.stretch());
                measure(measures, stage, direct, AT_ONCE, " at saturation", plan.stretch());
            }
        }
        return measures.medians(stage.system().process(Parts.GATEWAY).flags());
    }

    private static void measure(
            Measures measures, Stage stage, Api direct, Duration each, String at, Duration time) {
        var isPaced = each.equals(EACH);
        var ours = ask(stage.api(), stage, each, time);
        var floor = ask(direct, stage, each, time);
        measures.add(
                "GET, p50 (floor: at the service)" + at,
                "ms",
                Aim.shown(),
                ours.percentile(50),
                floor.percentile(50));
        measures.add(
                "added by the gateway, p50" + at,
                "ms",
                isPaced ? Aim.atMost(2) : Aim.shown(),
                ours.percentile(50) - floor.percentile(50));
        measures.add(
                "GET, p99 (floor: at the service)" + at,
                "ms",
                Aim.timesFloorAtMost(3),
                ours.percentile(99),
                floor.percentile(99));
    }

    /**
     * Each connection asks again when so much time has gone by since it was to ask, or as soon as
     * it is answered when that is later; in the names of all officers.
     */
    private static Latencies ask(Api door, Stage stage, Duration each, Duration time) {
        var units = stage.units();
        units.forEach(unit -> door.as(unit.officer()));
        Collection<Long> nanos = new ConcurrentLinkedQueue<>();
        var turn = new AtomicInteger();
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var connection = 0; connection < CONNECTIONS; connection++) {
                var first = System.nanoTime() + each.toNanos() * connection / CONNECTIONS;
                threads.execute(() -> {
                    var due = first;
                    while (due < end) {
                        LockSupport.parkNanos(due - System.nanoTime());
                        var unit = units.get(turn.getAndIncrement() % units.size());
                        door.as(unit.officer()).get("/api/v1/units/" + unit.id()).orFail();
                        var answered = System.nanoTime();
                        nanos.add(answered - due);
                        due = each.isZero() ? answered : due + each.toNanos();
                    }
                });
            }
        }
        return new Latencies(nanos);
    }
}
