package haicap.acceptance.load;

import java.util.random.RandomGenerator;

/** What is written next, in the proportions of a day. */
enum Turn {
    REPORT(50),
    STEP_OF_REPORT(30),
    OBSTACLE(3),
    STEP_OF_OBSTACLE(8),
    VISIT(3),
    STEP_OF_FINDING(6);

    private static final int HUNDRED = 100;

    private final int inHundred;

    Turn(int inHundred) {
        this.inHundred = inHundred;
    }

    static Turn drawn(RandomGenerator random) {
        var lot = random.nextInt(HUNDRED);
        for (var turn : values()) {
            lot -= turn.inHundred;
            if (lot < 0) {
                return turn;
            }
        }
        throw new IllegalStateException("the turns do not add up to a hundred");
    }
}
