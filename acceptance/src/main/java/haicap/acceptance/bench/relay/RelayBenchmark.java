package haicap.acceptance.bench.relay;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Latencies;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Pace;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.system.Parts;
import haicap.acceptance.system.RunningSystem;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The platform's relay in this process, on the running database and broker, and its rivals. */
public final class RelayBenchmark implements Benchmark {

    private static final List<Integer> RATES = List.of(100, 500);
    private static final long DRAIN_SECONDS = 150;

    /** The peer drains a smaller backlog, which is in its favour and ends within minutes. */
    private static final int PEERS_PART = 20;

    private record Stretch(Latencies latencies, long misordered, long lost, long doubled) {}

    private record Drained(
            double perSecond, double cpuMillis, long misordered, long lost, long doubled) {}

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) throws Exception {
        var measures = new Measures(name());
        var system = stage.system();
        try (var house = OwnRelay.on(system);
                var peer = Peer.on(system)) {
            for (var contestant : List.of(house, peer)) {
                atRate(contestant, system, 300, plan.warmUp().dividedBy(10));
            }
            for (var run = 0; run < plan.runs(); run++) {
                for (var rate : RATES) {
                    add(
                            measures,
                            rate,
                            atRate(house, system, rate, plan.stretch()),
                            atRate(peer, system, rate, plan.stretch()));
                }
                house.pile(plan.backlog());
                var loop = house.loop().perSecond();
                add(
                        measures,
                        loop,
                        drained(house, system, plan.backlog()),
                        pileAndDrain(peer, system, plan.backlog() / PEERS_PART));
            }
        }
        return measures.medians(String.join(" ", flags()));
    }

    private static Stretch atRate(
            Contestant contestant, RunningSystem system, int rate, Duration time)
            throws InterruptedException {
        Map<String, Long> committed = new ConcurrentHashMap<>();
        var turn = new AtomicInteger();
        try (var arrivals = new Arrivals(system.kafka(), contestant.topic())) {
            Pace.keep(
                    rate,
                    time,
                    due -> {
                        var aggregate = Aggregates.id(turn.getAndIncrement());
                        var version = contestant.write(aggregate);
                        committed.put(Arrivals.event(aggregate, version), System.nanoTime());
                    });
            arrivals.await(committed.size(), 20);
            var latencies = new ArrayList<Long>();
            committed.forEach((event, nanos) -> {
                var arrived = arrivals.nanos(event);
                if (arrived >= 0) {
                    latencies.add(Math.max(arrived - nanos, 0));
                }
            });
            return new Stretch(
                    new Latencies(latencies),
                    arrivals.misordered(),
                    committed.size() - latencies.size(),
                    arrivals.doubled());
        }
    }

    private static Drained pileAndDrain(Contestant contestant, RunningSystem system, int rows)
            throws InterruptedException {
        contestant.pile(rows);
        return drained(contestant, system, rows);
    }

    private static Drained drained(Contestant contestant, RunningSystem system, int rows)
            throws InterruptedException {
        try (var arrivals = new Arrivals(system.kafka(), contestant.topic())) {
            var before = cpuMillis(system);
            var draining = Thread.startVirtualThread(contestant::drain);
            arrivals.await(rows, DRAIN_SECONDS);
            var cpu = cpuMillis(system) - before;
            draining.join(Duration.ofSeconds(DRAIN_SECONDS));
            return new Drained(
                    arrivals.perSecond(),
                    cpu / (double) Math.max(1, arrivals.count()),
                    arrivals.misordered(),
                    rows - arrivals.count(),
                    arrivals.doubled());
        }
    }

    private static void add(Measures measures, int rate, Stretch ours, Stretch peer) {
        var at = " at %d/s".formatted(rate);
        measures.add(
                "commit to consumer, p50%s (floor: Spring Modulith)".formatted(at),
                "ms",
                Aim.atMost(5),
                ours.latencies.percentile(50),
                peer.latencies.percentile(50));
        measures.add(
                "commit to consumer, p99%s (floor: Spring Modulith)".formatted(at),
                "ms",
                Aim.shown(),
                ours.latencies.percentile(99),
                peer.latencies.percentile(99));
        counts(measures, at, ours.misordered, ours.lost, ours.doubled, peer.misordered);
    }

    private static void add(Measures measures, double loop, Drained ours, Drained peer) {
        measures.add(
                "drain of a backlog (floor: Spring Modulith)",
                "rows/s",
                Aim.timesFloorAtLeast(5),
                ours.perSecond,
                peer.perSecond);
        measures.add(
                "drain of a backlog (floor: JDBC loop without broker)",
                "rows/s",
                Aim.timesFloorAtLeast(0.5),
                ours.perSecond,
                loop);
        measures.add(
                "processor time with database and broker (floor: Modulith)",
                "ms/event",
                Aim.shown(),
                ours.cpuMillis,
                peer.cpuMillis);
        counts(
                measures,
                " in the drain",
                ours.misordered,
                ours.lost,
                ours.doubled,
                peer.misordered);
    }

    private static void counts(
            Measures measures, String where, long misordered, long lost, long doubled, long peer) {
        measures.add(
                "misordered%s (floor: Modulith)".formatted(where),
                "events",
                Aim.none(),
                misordered,
                peer);
        measures.add("lost" + where, "events", Aim.none(), lost);
        measures.add("doubled" + where, "events", Aim.shown(), doubled);
    }

    private static long cpuMillis(RunningSystem system) {
        var own =
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
        return own
                + system.process(Parts.POSTGRES).cpu().toMillis()
                + system.process(Parts.KAFKA).cpu().toMillis();
    }

    private static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(word -> word.startsWith("-X"))
                .toList();
    }
}
