package haicap.acceptance.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the runs of one benchmark; each measure's median counts, for ours and for the floor. */
public final class Measures {

    private record Measure(String text, String unit, Aim aim) {}

    private record Runs(List<Double> ours, List<Double> floor) {}

    private final String name;
    private final String load = Machine.load();
    private final Map<Measure, Runs> all = new LinkedHashMap<>();

    /** Of the benchmark of that name. */
    public Measures(String name) {
        this.name = name;
    }

    /** Adds one run of a measure that has no floor. */
    public void add(String measure, String unit, Aim aim, double ours) {
        runs(measure, unit, aim).ours.add(ours);
    }

    /** Adds one run of a measure and of its floor or peer. */
    public void add(String measure, String unit, Aim aim, double ours, double floor) {
        var runs = runs(measure, unit, aim);
        runs.ours.add(ours);
        runs.floor.add(floor);
    }

    /** The medians. */
    public List<Measurement> medians(String flags) {
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var medians = new ArrayList<Measurement>();
        all.forEach((measure, runs) -> {
            var ours = rounded(median(runs.ours));
            var floor = runs.floor.isEmpty() ? null : rounded(median(runs.floor));
            var ratio = floor == null || floor == 0 ? null : rounded(ours / floor);
            medians.add(
                    new Measurement(
                            name,
                            measure.text,
                            ours,
                            floor,
                            ratio,
                            measure.aim.toString(),
                            measure.aim.isMet(ours, orNaN(ratio)),
                            measure.unit,
                            runs.ours.size(),
                            load,
                            flags,
                            at));
        });
        return medians;
    }

    private Runs runs(String measure, String unit, Aim aim) {
        return all.keySet().stream()
                .filter(known -> known.text.equals(measure))
                .findFirst()
                .map(all::get)
                .orElseGet(() -> {
                    var runs = new Runs(new ArrayList<>(), new ArrayList<>());
                    all.put(new Measure(measure, unit, aim), runs);
                    return runs;
                });
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double rounded(double value) {
        return value >= 100 ? Math.rint(value) : Math.rint(value * 1000) / 1000;
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
