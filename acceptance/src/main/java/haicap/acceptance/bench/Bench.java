package haicap.acceptance.bench;

import haicap.acceptance.bench.archive.Project;
import haicap.acceptance.bench.archive.Rebuild;
import haicap.acceptance.bench.archive.Recount;
import haicap.acceptance.bench.doors.FanOut;
import haicap.acceptance.bench.doors.Gateway;
import haicap.acceptance.bench.drills.Drills;
import haicap.acceptance.bench.drills.RollingRestarts;
import haicap.acceptance.bench.ingest.Ingest;
import haicap.acceptance.bench.live.Live;
import haicap.acceptance.bench.relay.RelayBenchmark;
import haicap.acceptance.bench.siege.Siege;
import haicap.acceptance.bench.start.Start;
import haicap.acceptance.bench.wall.Wall;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The entry of {@code ./haicap bench [NAME…] [--quick]}: without a name everything. Quick runs are
 * for trying; they are printed and not written down.
 */
public final class Bench {

    private static final String QUICK = "--quick";
    private static final List<Benchmark> ALL =
            List.of(
                    // first, for it makes all parts do their usual work until it is compiled
                    new Ingest(),
                    new Live(),
                    new Gateway(),
                    new FanOut(),
                    new RelayBenchmark(),
                    new Start(),
                    new Wall(),
                    new Drills(),
                    new RollingRestarts(),
                    new Siege(),
                    // last, for they leave a million files behind
                    new Project(),
                    new Rebuild(),
                    new Recount());

    private Bench() {}

    /** Ends with 0 when every benchmark ran, whether or not its aims were met. */
    public static void main(String[] arguments) {
        var quick = List.of(arguments).contains(QUICK);
        var names = Arrays.stream(arguments).filter(word -> !word.equals(QUICK)).toList();
        for (var name : names) {
            if (ALL.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                System.err.printf(
                        "Không có phép đo “%s” · there is no benchmark of that name: %s%n",
                        name, ALL.stream().map(Benchmark::name).toList());
                System.exit(2);
            }
        }
        var chosen =
                ALL.stream().filter(one -> names.isEmpty() || names.contains(one.name())).toList();
        try {
            run(chosen, quick);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // also when something measured is still at work
        }
    }

    /** A system that several can be measured on. */
    private record Setting(Map<String, String> environment, List<String> options) {}

    private static void run(List<Benchmark> chosen, boolean quick) throws Exception {
        var bySetting =
                chosen.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> new Setting(one.environment(), one.options()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        for (var group : bySetting.entrySet()) {
            run(group.getValue(), group.getKey(), quick);
        }
    }

    private static void run(List<Benchmark> benchmarks, Setting setting, boolean quick)
            throws Exception {
        System.out.println("Đang khởi động hệ thống để đo · Starting a system to measure …");
        try (var stage = Stage.open(setting.environment(), setting.options())) {
            for (var benchmark : benchmarks) {
                System.out.printf("Đang đo · Measuring: %s%n", benchmark.name());
                var report = new Report(benchmark.run(stage, quick ? Plan.quick() : Plan.full()));
                report.print(System.out);
                if (!quick) {
                    System.out.println(report.write());
                }
            }
        }
    }
}
