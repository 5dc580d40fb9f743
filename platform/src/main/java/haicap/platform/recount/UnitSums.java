package haicap.platform.recount;

import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of a unit, and a digest of its files of one kind.
 *
 * @param unitId whose matter they are at the instant
 * @param files how many there are, open or not
 * @param digest bitwise exclusive or of a hash of each file; equal digests mean equal files
 * @param figures under their public names
 */
public record UnitSums(String unitId, long files, long digest, Map<String, Long> figures) {

    /** A predecessor's files and the heir's own are one unit's. */
    UnitSums plus(UnitSums other) {
        var sums = new TreeMap<>(figures);
        other.figures.forEach((figure, count) -> sums.merge(figure, count, Long::sum));
        return new UnitSums(unitId, files + other.files, digest ^ other.digest, sums);
    }

    /** The same as another unit's. */
    UnitSums in(String custodian) {
        return new UnitSums(custodian, files, digest, figures);
    }

    /** The figures without their files. */
    public UnitSums figuresOnly() {
        return new UnitSums(unitId, 0, 0, figures);
    }
}
