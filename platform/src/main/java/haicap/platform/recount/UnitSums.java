package haicap.platform.recount;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    public UnitSums in(String custodian) {
        return new UnitSums(custodian, files, digest, figures);
    }

    /** The files without their figures. */
    public UnitSums filesOnly() {
        return new UnitSums(unitId, files, digest, none());
    }

    /** The figures without their files. */
    public UnitSums figuresOnly() {
        return new UnitSums(unitId, 0, 0, figures);
    }

    private Map<String, Long> none() {
        return figures.keySet().stream().collect(Collectors.toMap(figure -> figure, figure -> 0L));
    }
}
