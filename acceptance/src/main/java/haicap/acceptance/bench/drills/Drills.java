package haicap.acceptance.bench.drills;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Everybody;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.drills.Drill;
import haicap.acceptance.drills.Exercise;
import haicap.acceptance.drills.Reckoning;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Every accident by itself, under 50 writes a second for a minute each. */
public final class Drills implements Benchmark {

    private static final double WRITES_PER_SECOND = 50;
    private static final long SEED = 2026;
    private static final Duration BROKER_DOWN = Duration.ofSeconds(30);
    private static final Duration DATABASE_DOWN = Duration.ofSeconds(10);
    private static final double RECOVERY_SECONDS = 30;

    @Override
    public String name() {
        return "drills";
    }

    /** Parts are killed and started again, so they start as people start them. */
    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) {
        var measures = new Measures(name());
        new Everybody(stage).warmUp(plan.warmUp().dividedBy(5));
        var drills =
                Drill.all(stage.system(), shorter(BROKER_DOWN, plan), shorter(DATABASE_DOWN, plan));
        for (var drill : drills) {
            practise(measures, stage, drill, plan.drill());
        }
        return measures.medians(stage.system().process(Parts.CASE).flags());
    }

    private static Duration shorter(Duration down, Plan plan) {
        var most = plan.drill().dividedBy(2);
        return down.compareTo(most) < 0 ? down : most;
    }

    private static void practise(Measures measures, Stage stage, Drill drill, Duration time) {
        var begun = Instant.now();
        try (var exercise = Exercise.begin(stage.system(), stage.api(), WRITES_PER_SECOND, SEED)) {
            exercise.goOn(time.dividedBy(6));
            var outcome = exercise.run(drill);
            var left = time.minus(Duration.between(begun, Instant.now()));
            if (left.isPositive()) {
                exercise.goOn(left);
            }
            var reckoning = exercise.reckon();
            System.out.printf("%s: %s%n", drill, exercise.ledger().summary());
            tell(reckoning);
            add(measures, drill, exercise, outcome, reckoning);
        }
    }

    private static void add(
            Measures measures,
            Drill drill,
            Exercise exercise,
            Exercise.Outcome outcome,
            Reckoning reckoning) {
        var books = books(measures, drill.toString(), exercise, reckoning);
        books.add(
                "503 meanwhile",
                "answers",
                drill.parts().equals(List.of(Parts.POSTGRES)) ? Aim.atLeast(1) : Aim.shown(),
                outcome.unavailable());
        books.add("start of the part", "s", Aim.shown(), seconds(outcome.restart()));
        books.add(
                "recovery after its return",
                "s",
                Aim.atMost(RECOVERY_SECONDS),
                seconds(outcome.recovery()));
    }

    /** Adds what is measured of one drill. */
    interface Books {
        void add(String what, String unit, Aim aim, double value);
    }

    /** What must hold after whatever happened: nothing lost, nothing twice, all in order. */
    static Books books(Measures measures, String drill, Exercise exercise, Reckoning reckoning) {
        var ledger = exercise.ledger();
        Books books =
                (what, unit, aim, value) -> measures.add(drill + ": " + what, unit, aim, value);
        books.add("accepted", "writes", Aim.shown(), reckoning.accepted());
        books.add("lost", "writes", Aim.none(), reckoning.lost().size());
        books.add("told twice", "events", Aim.none(), reckoning.toldTwice().size());
        books.add(
                "order broken",
                "events",
                Aim.none(),
                reckoning.outOfOrder().size() + reckoning.gaps().size());
        books.add(
                "refused or never answered",
                "writes",
                Aim.none(),
                ledger.refused().size() + ledger.unanswered().size());
        books.add("503 without Retry-After", "answers", Aim.none(), ledger.withoutRetryAfter());
        return books;
    }

    private static void tell(Reckoning reckoning) {
        List.of(reckoning.lost(), reckoning.toldTwice(), reckoning.gaps(), reckoning.outOfOrder())
                .forEach(wrong -> wrong.stream().limit(5).forEach(System.out::println));
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
