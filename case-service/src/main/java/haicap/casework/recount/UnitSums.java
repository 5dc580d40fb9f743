package haicap.casework.recount;

/**
 * The figures of a unit's reports, and a digest of them all.
 *
 * @param unitId who has custody at the instant
 * @param files how many reports there are, open or not
 * @param digest bitwise exclusive or of a hash of each report; equal digests mean equal files
 */
record UnitSums(String unitId, long files, long digest, Figures figures) {

    record Figures(
            long reportsReceivedToday, long reportsOpen, long reportsDueSoon, long reportsOverdue) {

        Figures plus(Figures other) {
            return new Figures(
                    reportsReceivedToday + other.reportsReceivedToday,
                    reportsOpen + other.reportsOpen,
                    reportsDueSoon + other.reportsDueSoon,
                    reportsOverdue + other.reportsOverdue);
        }
    }

    /** A predecessor's reports and the heir's own are one unit's. */
    UnitSums plus(UnitSums other) {
        return new UnitSums(
                unitId, files + other.files, digest ^ other.digest, figures.plus(other.figures));
    }

    UnitSums in(String custodian) {
        return new UnitSums(custodian, files, digest, figures);
    }
}
