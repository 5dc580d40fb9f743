package haicap.acceptance.bench.drills;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Everybody;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.drills.Exercise;
import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Picture;
import haicap.acceptance.feed.Positions;
import haicap.acceptance.feed.Told;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A release: every service is restarted, two instances one after the other, then the gateway, of
 * which a machine has one, under 50 writes a second and before 20 screens.
 */
public final class RollingRestarts implements Benchmark {

    private static final double WRITES_PER_SECOND = 50;
    private static final int SCREENS = 20;
    private static final String STREAM = "/api/v1/feed/city/stream";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 2027;

    @Override
    public String name() {
        return "rolling";
    }

    /** Parts start as people start them. */
    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public List<String> options() {
        return List.of(
                "--replicas",
                Parts.SERVICES.stream()
                        .map(service -> service + "=2")
                        .collect(Collectors.joining(",")));
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) {
        var measures = new Measures(name());
        new Everybody(stage).warmUp(plan.warmUp().dividedBy(5));
        for (var part : parts()) {
            practise(measures, stage, part, plan.drill().dividedBy(6));
        }
        return measures.medians(stage.system().process(Parts.CASE).flags());
    }

    private static List<String> parts() {
        return Stream.concat(Parts.SERVICES.stream(), Stream.of(Parts.GATEWAY)).toList();
    }

    private static void practise(
            Measures measures, Stage stage, String part, Duration beforeAndAfter) {
        var wall = stage.api().as("wall");
        var start = Picture.taken(wall).position();
        var screens = new ArrayList<Listener>();
        try (var exercise = Exercise.begin(stage.system(), stage.api(), WRITES_PER_SECOND, SEED)) {
            for (int screen = 0; screen < SCREENS; screen++) {
                screens.add(Listener.to(wall, STREAM, start));
            }
            exercise.goOn(beforeAndAfter);
            var outcome = exercise.roll(part);
            exercise.goOn(beforeAndAfter);
            var reckoning = exercise.reckon();
            System.out.printf("%s: %s%n", part, exercise.ledger().summary());
            var books = Drills.books(measures, part, exercise, reckoning);
            books.add("503 meanwhile", "answers", Aim.shown(), outcome.unavailable());
            books.add("broken connections", "attempts", Aim.shown(), exercise.ledger().broken());
            books.add(
                    "longest start of an instance",
                    "s",
                    Aim.shown(),
                    Drills.seconds(outcome.restart()));
            books.add(
                    "longest wait for a new write to be told after a return",
                    "s",
                    Aim.shown(),
                    Drills.seconds(outcome.recovery()));
            books.add(
                    "screens that missed something",
                    "screens",
                    Aim.none(),
                    screens.size() - whole(start, wall(stage), screens));
            books.add(
                    "most connections of a screen",
                    "connections",
                    Aim.shown(),
                    screens.stream().mapToLong(Listener::openings).max().orElse(0));
        } finally {
            screens.forEach(Listener::close);
        }
    }

    private static String wall(Stage stage) {
        return Picture.taken(stage.api().as("wall")).position();
    }

    /** How many were told everything, once and in order, up to this end. */
    private static long whole(String start, String end, List<Listener> screens) {
        return screens.stream().filter(screen -> isWhole(start, end, screen)).count();
    }

    private static boolean isWhole(String start, String end, Listener screen) {
        try {
            screen.heard().await((Told told) -> end.equals(told.position()), PATIENCE);
        } catch (AssertionError e) {
            return false;
        }
        return Positions.gaps(start, Positions.of(screen.heard().all())).isEmpty();
    }
}
