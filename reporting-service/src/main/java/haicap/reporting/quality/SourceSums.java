package haicap.reporting.quality;

import haicap.reporting.figures.Figures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A source's sums of all units, in one cut.
 *
 * @param endOffsets per partition: who has passed them has heard of everything counted
 */
record SourceSums(Map<Integer, Long> endOffsets, List<UnitSums> items) {

    /**
     * @param files of which it has custody, open or not
     * @param digest equal digests mean equal files
     * @param figures that count for it, whoever has custody of the files
     */
    record UnitSums(String unitId, long files, long digest, Figures figures) {

        boolean hasTheFilesOf(UnitSums other) {
            return files == other.files && digest == other.digest;
        }
    }

    Map<String, UnitSums> byUnit() {
        var byUnit = new HashMap<String, UnitSums>();
        items.forEach(sums -> byUnit.put(sums.unitId(), sums));
        return byUnit;
    }

    /** A unit's sums; who is not listed has nothing. */
    static UnitSums of(String unitId, Map<String, UnitSums> byUnit) {
        return byUnit.getOrDefault(unitId, new UnitSums(unitId, 0, 0, Figures.NONE));
    }
}
