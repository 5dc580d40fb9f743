package haicap.reporting.feed;

import haicap.platform.events.EventJson;
import haicap.platform.streams.StreamEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For whom a stream is: the city sees every record whole, a unit its own without the city's sums.
 *
 * @param unitId null for the city
 */
record Audience(@Nullable String unitId) {

    static final Audience CITY = new Audience(null);

    private record OwnChange(String unitId, Map<String, Long> figures) {}

    boolean hears(FeedRecord record) {
        return unitId == null || unitId.equals(record.unitId());
    }

    StreamEvent event(FeedRecord record) {
        var data =
                unitId != null && record.kind() == FeedKind.UNIT
                        ? EventJson.write(EventJson.read(record.data(), OwnChange.class))
                        : record.data();
        return new StreamEvent(record.position().toString(), record.kind().publicName(), data);
    }
}
