package haicap.acceptance.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Whether each aggregate's versions, at their first occurrence, rise by one. A version that was
 * seen before is a re-send and breaks nothing.
 *
 * @param broken one sentence for each breach
 * @param resent how many records were seen before
 */
public record VersionOrder(List<String> broken, long resent) {

    /** Looks through the records of one or several topics, each in its own order. */
    public static VersionOrder of(List<Record> records) {
        var last = new HashMap<String, Long>();
        var broken = new ArrayList<String>();
        var resent = 0L;
        for (var record : records) {
            var aggregate = record.topic() + "/" + record.key();
            var before = last.get(aggregate);
            if (before != null && record.counter() <= before) {
                resent++;
                continue;
            }
            if (before == null ? record.counter() != 1 : record.counter() != before + 1) {
                broken.add(
                        "%s: %s after %s"
                                .formatted(
                                        aggregate,
                                        record.version(),
                                        before == null ? "nothing" : before));
            }
            last.put(aggregate, record.counter());
        }
        return new VersionOrder(broken, resent);
    }
}
