package haicap.reporting.testing;

import haicap.platform.time.Hanoi;
import haicap.reporting.files.Counted;
import haicap.reporting.files.CrimeReport;
import haicap.reporting.files.CrimeReport.HandOver;
import haicap.reporting.files.CrimeReport.Outcome;
import haicap.reporting.files.Fact;
import haicap.reporting.files.Finding;
import haicap.reporting.files.Obstacle;
import haicap.reporting.files.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Facts of every kind around an instant, drawn from a seed: many exactly on ends of spans. */
public final class RandomFacts {

    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final Random random;
    private final Instant around;
    private final List<String> units;

    public RandomFacts(long seed, Instant around, List<String> units) {
        this.random = new Random(seed);
        this.around = around;
        this.units = units;
    }

    /** As many, of different files. */
    public List<Fact> many(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> one(prefix + i, 1)).toList();
    }

    /** A version of a file, like no other. */
    public Fact one(String id, long version) {
        return Told.fact(id, version, unit(), matter(Math.floorMod(id.hashCode(), 6)));
    }

    private Counted matter(int kind) {
        return switch (kind) {
            case 0 -> new Obstacle(null, coin(4), null, null, maybe());
            case 1 -> new Finding(coin(4), null, null, maybe());
            case 2 -> {
                var first = Hanoi.dayOf(instant());
                yield new Visit(
                        first,
                        first.plusDays(random.nextInt(20)),
                        null,
                        first,
                        coin(2) ? instant() : null);
            }
            default -> report();
        };
    }

    private CrimeReport report() {
        var handOvers =
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> instant())
                        .sorted()
                        .map(at -> new HandOver(at, unit()))
                        .toList();
        return coin(3)
                ? new CrimeReport(
                        instant(), true, maybe(), null, unit(), handOvers, null, null, null)
                : new CrimeReport(
                        instant(),
                        false,
                        null,
                        null,
                        unit(),
                        handOvers,
                        coin(2) ? Outcome.INSTITUTED : Outcome.NOT_INSTITUTED,
                        instant(),
                        unit());
    }

    private boolean coin(int sides) {
        return random.nextInt(sides) > 0;
    }

    private String unit() {
        return units.get(random.nextInt(units.size()));
    }

    private @Nullable Instant maybe() {
        return coin(3) ? instant() : null;
    }

    /** Within forty days of the middle, on a whole hour more often than not. */
    public Instant instant() {
        long hours = random.nextInt(80 * 24) - 40 * 24;
        long seconds = random.nextBoolean() ? 0 : random.nextInt((int) HOUR);
        return around.plusSeconds(hours * HOUR + seconds);
    }
}
