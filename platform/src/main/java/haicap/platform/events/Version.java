package haicap.platform.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The version of an aggregate: the incarnation of the database that wrote it, then a counter that
 * rises by one at each change. A restored database has a higher incarnation, so what it says anew
 * wins over what its lost successor had said.
 *
 * @param incarnation 1 and up, below 2^23: both together are one positive number
 * @param counter 1 and up, below 2^40
 */
public record Version(int incarnation, long counter) implements Comparable<Version> {

    private static final int COUNTER_BITS = 40;
    private static final int INCARNATION_BITS = 23;

    public Version {
        if (incarnation < 1
                || incarnation >= 1 << INCARNATION_BITS
                || counter < 1
                || counter >= 1L << COUNTER_BITS) {
            throw new IllegalArgumentException("no version: " + incarnation + "-" + counter);
        }
    }

    /** Reads the form {@code incarnation-counter}. */
    @JsonCreator
    public static Version parse(String text) {
        int hyphen = text.indexOf('-');
        try {
            return new Version(
                    Integer.parseInt(text, 0, hyphen, 10),
                    Long.parseLong(text, hyphen + 1, text.length(), 10));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("no version: " + text, e);
        }
    }

    /** Reads what {@link #asLong} wrote. */
    public static Version ofLong(long value) {
        return new Version((int) (value >>> COUNTER_BITS), value & ((1L << COUNTER_BITS) - 1));
    }

    /** Below every version of that incarnation, and above those of all before, for a column. */
    public static long floorOf(int incarnation) {
        return (long) incarnation << COUNTER_BITS;
    }

    /** One number that orders as versions do, for a column. */
    public long asLong() {
        return ((long) incarnation << COUNTER_BITS) | counter;
    }

    /** The strong entity tag (RFC 9110), with its quotes. */
    public String etag() {
        return "\"" + this + "\"";
    }

    @Override
    public int compareTo(Version other) {
        return Long.compare(asLong(), other.asLong());
    }

    @Override
    @JsonValue
    public String toString() {
        return incarnation + "-" + counter;
    }
}
