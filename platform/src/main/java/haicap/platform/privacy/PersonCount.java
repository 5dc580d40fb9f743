package haicap.platform.privacy;

import org.jspecify.annotations.Nullable;

/**
 * The one form in which a count of persons leaves a unit: outside of the unit whose it is, fewer
 * than five are not told, for few can be known. Counts of files, visits or days are no such count.
 * Nothing counts persons yet; a test fails on whatever begins to in another form.
 *
 * @param count null when it is suppressed
 */
public record PersonCount(@Nullable Integer count, boolean suppressed) {

    /** The least count that another unit is told. */
    public static final int LEAST_TOLD = 5;

    public PersonCount {
        if (suppressed == (count != null)) {
            throw new IllegalArgumentException("a count is told or suppressed");
        }
    }

    /** What somebody is told of a count. */
    public static PersonCount told(int count, boolean ownUnit) {
        return ownUnit || count >= LEAST_TOLD
                ? new PersonCount(count, false)
                : new PersonCount(null, true);
    }
}
