package haicap.platform.records;

import haicap.platform.deadlines.RunningDeadlines;
import haicap.platform.events.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is kept.
 *
 * @param custodian the unit whose matter it is today
 * @param concerned by attribute, the units that it concerns today beside that one
 */
public record Kept<R extends WorkRecord>(
        R record,
        RunningDeadlines deadlines,
        Version version,
        String custodian,
        Map<String, String> concerned) {

    /** The unit that an attribute concerns today; null where it names none. */
    public @Nullable String concerned(String attribute) {
        return concerned.get(attribute);
    }

    Head head() {
        return record.head();
    }
}
