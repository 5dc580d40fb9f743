package haicap.reporting.quality;

import haicap.reporting.facts.Fact;
import haicap.reporting.figures.Figure;
import haicap.reporting.figures.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One unit's files of one kind, here and at their source, compared one by one. Facts are read
 * twice: what was here before the source made its cut must be in it, what is in the cut must be
 * here after it was heard of. What lies between is in flight.
 */
final class Comparison {

    static final String MISSING = "missing-here";
    static final String OLDER = "older-version";
    static final String OTHER_VALUES = "other-values";
    static final String UNKNOWN = "unknown-to-source";
    static final String NEWER = "newer-than-source";

    private final Map<String, Fact> cut;
    private final Map<String, Fact> after;
    private final Map<String, String> reasons = new TreeMap<>();
    private int inFlight;

    /**
     * Compares.
     *
     * @param before facts as they were here before the source was asked
     * @param cut the files as the source has them
     * @param after facts as they are here now that all of the cut was heard of
     */
    Comparison(Map<String, Fact> before, Map<String, Fact> cut, Map<String, Fact> after) {
        this.cut = new HashMap<>(cut);
        this.after = new HashMap<>(after);
        var all = new TreeSet<>(cut.keySet());
        all.addAll(after.keySet());
        for (var id : all) {
            judge(id, before.get(id), cut.get(id), after.get(id));
        }
    }

    private void judge(
            String id, @Nullable Fact before, @Nullable Fact source, @Nullable Fact here) {
        if (here == null) {
            reasons.put(id, MISSING);
        } else if (source == null) {
            note(id, before == null, UNKNOWN);
        } else if (here.version() > source.version()) {
            note(id, before == null || before.version() <= source.version(), NEWER);
        } else if (here.version() < source.version()) {
            reasons.put(id, OLDER);
        } else if (!sameValues(here, source)) {
            reasons.put(id, OTHER_VALUES);
        }
    }

    private static boolean sameValues(Fact here, Fact source) {
        return here.open() == source.open()
                && here.beganAt().equals(source.beganAt())
                && Objects.equals(here.dueAt(), source.dueAt());
    }

    private void note(String id, boolean isInFlight, String otherwise) {
        if (isInFlight) {
            inFlight++;
            cut.remove(id);
            after.remove(id);
        } else {
            reasons.put(id, otherwise);
        }
    }

    /** Files that changed after the source's cut; they are left out of the differences. */
    int inFlight() {
        return inFlight;
    }

    /** Why each file differs, by id. */
    Map<String, String> reasons() {
        return reasons;
    }

    /** One difference per figure that differs; one on the files themselves when none does. */
    List<Difference> differences(String unitId, Instant at) {
        var differences = new ArrayList<Difference>();
        var told = new TreeSet<String>();
        for (var figure : Figure.values()) {
            long reported = sum(after, at).of(figure);
            long recounted = sum(cut, at).of(figure);
            var files =
                    reasons.keySet().stream()
                            .filter(id ->
                                    value(after.get(id), figure, at)
                                            != value(cut.get(id), figure, at))
                            .toList();
            if (!files.isEmpty() || reported != recounted) {
                told.addAll(files);
                differences.add(
                        difference(unitId, figure.publicName(), reported, recounted, files));
            }
        }
        var silent = reasons.keySet().stream().filter(id -> !told.contains(id)).toList();
        if (!silent.isEmpty()) {
            differences.add(difference(unitId, Difference.FILES, after.size(), cut.size(), silent));
        }
        return differences;
    }

    private Difference difference(
            String unitId, String figure, long reported, long recounted, List<String> files) {
        var why = new TreeMap<String, String>();
        files.forEach(id -> why.put(id, String.valueOf(reasons.get(id))));
        return new Difference(unitId, figure, reported, recounted, files, why);
    }

    private static Figures sum(Map<String, Fact> facts, Instant at) {
        return facts.values().stream().map(fact -> fact.at(at)).reduce(Figures.NONE, Figures::plus);
    }

    private static long value(@Nullable Fact fact, Figure figure, Instant at) {
        return fact == null ? 0 : fact.at(at).of(figure);
    }
}
