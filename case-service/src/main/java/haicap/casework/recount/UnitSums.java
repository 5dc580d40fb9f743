package haicap.casework.recount;

/**
 * The figures of a unit's reports, and a digest of them all.
 *
 * @param unitId who has custody at the instant; for what was done, who did it
 * @param files how many reports are in its custody, open or not
 * @param digest bitwise exclusive or of a hash of each of these; equal digests mean equal files
 */
record UnitSums(String unitId, long files, long digest, Figures figures) {

    record Figures(
            long reportsReceivedToday,
            long reportsOpen,
            long reportsDueSoon,
            long reportsOverdue,
            long reportsHandedOverThisMonth,
            long reportsInstitutedThisMonth,
            long reportsRefusedThisMonth) {

        /** What a custodian answers for. */
        static Figures ofCustody(long open, long dueSoon, long overdue) {
            return new Figures(0, open, dueSoon, overdue, 0, 0, 0);
        }

        /** What a unit did, whoever keeps the file now. */
        static Figures ofDeeds(long receivedToday, long handedOver, long instituted, long refused) {
            return new Figures(receivedToday, 0, 0, 0, handedOver, instituted, refused);
        }

        Figures plus(Figures other) {
            return new Figures(
                    reportsReceivedToday + other.reportsReceivedToday,
                    reportsOpen + other.reportsOpen,
                    reportsDueSoon + other.reportsDueSoon,
                    reportsOverdue + other.reportsOverdue,
                    reportsHandedOverThisMonth + other.reportsHandedOverThisMonth,
                    reportsInstitutedThisMonth + other.reportsInstitutedThisMonth,
                    reportsRefusedThisMonth + other.reportsRefusedThisMonth);
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
