package haicap.reporting.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Facts around an instant, drawn from a seed: many of them exactly on lines. */
final class RandomFacts {

    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final Random random;
    private final Instant around;

    RandomFacts(long seed, Instant around) {
        this.random = new Random(seed);
        this.around = around;
    }

    List<Fact> many(int count, List<String> units) {
        return IntStream.range(0, count).mapToObj(i -> one("f-" + i, units)).toList();
    }

    private Fact one(String id, List<String> units) {
        return new Fact(
                id,
                random.nextInt(5) == 0 ? FileKind.OBSTACLE : FileKind.CRIME_REPORT,
                1,
                units.get(random.nextInt(units.size())),
                random.nextInt(4) > 0,
                instant(),
                random.nextInt(3) == 0 ? null : instant());
    }

    /** Within eight days of the middle, on a whole hour more often than not. */
    Instant instant() {
        long hours = random.nextInt(16 * 24) - 8 * 24;
        long seconds = random.nextBoolean() ? 0 : random.nextInt((int) HOUR);
        return around.plusSeconds(hours * HOUR + seconds);
    }
}
