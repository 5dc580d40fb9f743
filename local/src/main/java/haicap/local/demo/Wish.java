package haicap.local.demo;

import haicap.local.parts.Failure;

/**
 * What the demo is asked to do.
 *
 * @param perSecond how many actions it begins each second, however slow the answers are
 * @param seed decides what is done; the same seed plays the same piece
 */
public record Wish(int perSecond, int seconds, int units, long seed) {

    private static final int FASTEST = 2_000;

    public Wish {
        if (perSecond < 1 || perSecond > FASTEST || seconds < 1 || units < 1) {
            throw new Failure(
                    "--rate từ 1 đến %d, --seconds và --units từ 1".formatted(FASTEST),
                    "--rate from 1 to %d, --seconds and --units from 1".formatted(FASTEST));
        }
    }

    int actions() {
        return perSecond * seconds;
    }
}
