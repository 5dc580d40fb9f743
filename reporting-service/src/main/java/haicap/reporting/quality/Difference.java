package haicap.reporting.quality;

import java.util.List;
import java.util.Map;

/**
 * Where the picture and what it should show part.
 *
 * @param figure its public name; {@code files} where files differ and no figure does
 * @param reported the value here
 * @param recounted the value as it should be
 * @param files ids of the files that make the difference, as far as it comes from files; of very
 *     many some
 * @param reasons why each of them does
 */
record Difference(
        String unitId,
        String figure,
        long reported,
        long recounted,
        List<String> files,
        Map<String, String> reasons) {

    /** How many files of a difference are named. */
    static final int NAMED = 1_000;

    /** The name under which files are counted themselves. */
    static final String FILES = "files";

    /** The unit that stands for the sums of all units. */
    static final String CITY = "city";
}
