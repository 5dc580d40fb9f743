package haicap.casework.registers;

import haicap.casework.reports.Conclusion;
import haicap.casework.reports.ReceiptRequest;
import haicap.platform.records.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an old register.
 *
 * @param unitId the unit whose register it is
 * @param number of the entry in the register of that unit
 * @param digest tells this entry from another one under the same number
 * @param conclusion how the report ended, if it did
 * @param decision the paper on which it ended
 */
record OldEntry(
        String unitId,
        String number,
        String digest,
        ReceiptRequest receipt,
        @Nullable Conclusion conclusion,
        @Nullable Decision decision) {

    Key key() {
        return new Key(unitId, number);
    }

    /** What makes an entry the same one again. */
    record Key(String unitId, String number) {}
}
