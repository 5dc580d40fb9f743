package haicap.reporting.quality;

import haicap.reporting.files.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of one kind in one unit's custody, here and at their source, compared one by one. Facts
 * are read twice: what was here before the source made its cut must be in it, what is in the cut
 * must be here after it was heard of. What lies between is in flight.
 */
final class Comparison {

    static final String MISSING = "missing-here";
    static final String OLDER = "older-version";
    static final String OTHER_VALUES = "other-values";
    static final String UNKNOWN = "unknown-to-source";
    static final String NEWER = "newer-than-source";

    /** A file that is not the same here and at its source. */
    record Unequal(
            String id,
            String custodian,
            String reason,
            @Nullable Fact here,
            @Nullable Fact source) {}

    private final String custodian;
    private final List<Unequal> unequal = new ArrayList<>();
    private int inFlight;

    /**
     * Compares.
     *
     * @param before facts as they were here before the source was asked
     * @param cut the files as the source has them
     * @param after facts as they are here now that all of the cut was heard of
     * @param elsewhere facts of what is in the cut that are in another's custody here
     */
    Comparison(
            String custodian,
            Map<String, Fact> before,
            Map<String, Fact> cut,
            Map<String, Fact> after,
            Map<String, Fact> elsewhere) {
        this.custodian = custodian;
        var all = new TreeSet<>(cut.keySet());
        all.addAll(after.keySet());
        for (var id : all) {
            var source = cut.get(id);
            var here = after.get(id);
            if (source == null) {
                note(id, !isTheVersionOf(before.get(id), here), UNKNOWN, here, null);
            } else if (here == null) {
                note(id, isNewer(elsewhere.get(id), source), MISSING, null, source);
            } else if (here.version() > source.version()) {
                note(id, !isNewer(before.get(id), source), NEWER, here, source);
            } else if (here.version() < source.version()) {
                note(id, false, OLDER, here, source);
            } else if (!here.saysWhat(source)) {
                note(id, false, OTHER_VALUES, here, source);
            }
        }
    }

    /** A file that left for another unit and came back has a newer version than before. */
    private static boolean isTheVersionOf(@Nullable Fact before, @Nullable Fact here) {
        return before != null && here != null && before.version() == here.version();
    }

    private static boolean isNewer(@Nullable Fact here, Fact source) {
        return here != null && here.version() > source.version();
    }

    private void note(
            String id,
            boolean isInFlight,
            String reason,
            @Nullable Fact here,
            @Nullable Fact source) {
        if (isInFlight) {
            inFlight++;
        } else {
            unequal.add(new Unequal(id, custodian, reason, here, source));
        }
    }

    /** Files that changed after the source's cut; they are no differences. */
    int inFlight() {
        return inFlight;
    }

    /** What differs, by id. */
    List<Unequal> unequal() {
        return unequal;
    }
}
