package haicap.platform.records;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a record, as it is to be read now: with what was corrected since.
 *
 * @param counter the record's version after it
 * @param decisionNumber of the paper; null where there was none
 * @param at when it was decided; of the first entry, when the record was opened
 * @param changes what became of which value that others may know, by name
 */
public record HistoryEntry(
        long counter,
        String action,
        Instant recordedAt,
        @Nullable String decisionNumber,
        Instant at,
        Map<String, Change> changes) {

    HistoryEntry corrected(@Nullable String number, @Nullable Instant moment) {
        return new HistoryEntry(
                counter,
                action,
                recordedAt,
                number == null ? decisionNumber : number,
                moment == null ? at : moment,
                changes);
    }
}
