package haicap.casework.reports;

import org.jspecify.annotations.Nullable;

/**
 * One entry of an old register.
 *
 * @param unitId the unit whose register it is
 * @param number of the entry in the register of that unit
 * @param digest tells this entry from another one under the same number
 * @param conclusion how the report ended, if it did
 */
record OldEntry(
        String unitId,
        String number,
        String digest,
        Intake intake,
        @Nullable Conclusion conclusion) {}
