package haicap.acceptance.bench.siege;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Everybody;
import haicap.acceptance.bench.Latencies;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.bench.doors.Leftovers;
import haicap.acceptance.siege.Attack;
import haicap.acceptance.siege.Bystanders;
import haicap.acceptance.siege.Ground;
import haicap.acceptance.system.Parts;
import java.util.List;

/** Every attack by itself, as hard as it was once seen to succeed, while others do their work. */
public final class Siege implements Benchmark {

    private static final double MOST_MILLIS = 1_000;
    private static final double MOST_MORE_HEAP = 24;
    private static final double MOST_MORE_SOCKETS = 20;

    @Override
    public String name() {
        return "siege";
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) throws Exception {
        var measures = new Measures(name());
        new Everybody(stage).warmUp(plan.warmUp().dividedBy(5));
        var ground =
                new Ground(
                        stage.system(),
                        stage.api(),
                        stage.units().getFirst(),
                        plan.runs() == 1 ? 0.2 : 1);
        for (var attack : Attack.all()) {
            besiege(measures, stage, ground, attack);
        }
        measures.add(
                "differences after all",
                "",
                Aim.none(),
                stage.settled().path("differences").size());
        measures.add("audit chains broken after all", "", Aim.none(), broken(stage));
        return measures.medians(stage.system().process(Parts.GATEWAY).flags());
    }

    private static void besiege(Measures measures, Stage stage, Ground ground, Attack attack)
            throws Exception {
        var before = Leftovers.of(stage, Parts.GATEWAY);
        try (var bystanders = Bystanders.begin(stage.system(), stage.units().getLast())) {
            var wrong = attack.course().run(ground);
            bystanders.rest();
            System.out.printf(
                    "%s: %s; bystanders: %s%n",
                    attack,
                    wrong.stream().distinct().limit(5).toList(),
                    bystanders.wrong().stream().limit(5).toList());
            measures.add(
                    attack + ": bystanders, p99",
                    "ms",
                    Aim.atMost(MOST_MILLIS),
                    new Latencies(bystanders.nanos()).percentile(99));
            measures.add(
                    attack + ": bystanders not served", "", Aim.none(), bystanders.wrong().size());
            measures.add(attack + ": answered wrongly", "", Aim.none(), wrong.size());
        }
        var after = Leftovers.of(stage, Parts.GATEWAY);
        measures.add(
                attack + ": live heap more than before",
                "MiB",
                Aim.atMost(MOST_MORE_HEAP),
                after.heapMiB() - before.heapMiB());
        measures.add(
                attack + ": connections more than before",
                "",
                Aim.atMost(MOST_MORE_SOCKETS),
                after.sockets() - before.sockets());
    }

    private static int broken(Stage stage) {
        return (int)
                stage.system()
                        .run("audit", "verify")
                        .lines()
                        .filter(line -> line.contains("BROKEN"))
                        .count();
    }
}
