package haicap.acceptance.bench;

import java.util.function.BiPredicate;

/** What a measure should come to, and whether it did. */
public final class Aim {

    private final String text;
    private final BiPredicate<Double, Double> met;

    private Aim(String text, BiPredicate<Double, Double> met) {
        this.text = text;
        this.met = met;
    }

    /** At most so many times the floor. */
    public static Aim timesFloorAtMost(double times) {
        return new Aim("≤ %s × floor".formatted(number(times)), (ours, ratio) -> ratio <= times);
    }

    /** At least so many times the floor. */
    public static Aim timesFloorAtLeast(double times) {
        return new Aim("≥ %s × floor".formatted(number(times)), (ours, ratio) -> ratio >= times);
    }

    /** At most so much. */
    public static Aim atMost(double limit) {
        return new Aim("≤ " + number(limit), (ours, ratio) -> ours <= limit);
    }

    /** At least so much. */
    public static Aim atLeast(double limit) {
        return new Aim("≥ " + number(limit), (ours, ratio) -> ours >= limit);
    }

    /** None of it. */
    public static Aim none() {
        return new Aim("0", (ours, ratio) -> ours == 0);
    }

    /** Shown beside the others; nothing was asked of it. */
    public static Aim shown() {
        return new Aim("-", (ours, ratio) -> true);
    }

    /** Ratio is not a number where there is no floor. */
    boolean isMet(double ours, double ratio) {
        return met.test(ours, ratio);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
