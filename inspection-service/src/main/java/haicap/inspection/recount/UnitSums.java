package haicap.inspection.recount;

/**
 * The figures of a unit's obstacles, and a digest of them all.
 *
 * @param unitId whose matter they are at the instant
 * @param files how many obstacles there are, open or not
 * @param digest bitwise exclusive or of a hash of each obstacle; equal digests mean equal files
 */
record UnitSums(String unitId, long files, long digest, Figures figures) {

    record Figures(long obstaclesOpen) {

        Figures plus(Figures other) {
            return new Figures(obstaclesOpen + other.obstaclesOpen);
        }
    }

    /** A predecessor's obstacles and the heir's own are one unit's. */
    UnitSums plus(UnitSums other) {
        return new UnitSums(
                unitId, files + other.files, digest ^ other.digest, figures.plus(other.figures));
    }

    UnitSums in(String custodian) {
        return new UnitSums(custodian, files, digest, figures);
    }
}
