package haicap.reporting.quality;

import haicap.reporting.figures.Figures;
import java.util.List;
import java.util.Map;

/**
 * A source's sums of all units, in one cut.
 *
 * @param endOffsets per partition: who has passed them has heard of everything counted
 */
record SourceSums(Map<Integer, Long> endOffsets, List<UnitSums> items) {

    /**
     * @param files how many there are, open or not
     * @param digest equal digests mean equal files
     */
    record UnitSums(String unitId, long files, long digest, Figures figures) {}
}
