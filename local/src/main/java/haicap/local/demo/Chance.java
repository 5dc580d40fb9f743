package haicap.local.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** Decides what is left open; the same seed decides the same. For one thread at a time. */
final class Chance {

    private static final int HUNDRED = 100;

    private final RandomGenerator random;

    Chance(RandomGenerator random) {
        this.random = random;
    }

    /** From 0 to 99. */
    int lot() {
        return random.nextInt(HUNDRED);
    }

    boolean happens(int perHundred) {
        return lot() < perHundred;
    }

    /** From 0 up to this. */
    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
