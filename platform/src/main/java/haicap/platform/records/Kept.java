package haicap.platform.records;

import haicap.platform.deadlines.RunningDeadlines;
import haicap.platform.events.Version;

/**
 * A record as it is kept.
 *
 * @param custodian the unit whose matter it is today
 */
public record Kept<R extends WorkRecord>(
        R record, RunningDeadlines deadlines, Version version, String custodian) {

    Head head() {
        return record.head();
    }
}
