package haicap.reporting.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import haicap.platform.events.EventJson;
import haicap.reporting.figures.Figures;
import java.util.Map;

/**
 * One record of the feed: one position, one server-sent event, one event on the topic.
 *
 * @param data the event's data as clients of the city see it, one line of JSON
 */
record FeedRecord(Position position, FeedKind kind, String unitId, @JsonRawValue String data) {

    private record UnitChange(String unitId, Map<String, Long> figures, Map<String, Long> city) {}

    /**
     * The figures of a unit that changed.
     *
     * @param more by how much
     * @param figures what they are now
     * @param city the sums of all units as of this very record
     */
    static FeedRecord unit(
            Position position, String unitId, Figures more, Figures figures, Figures city) {
        return new FeedRecord(
                position,
                FeedKind.UNIT,
                unitId,
                EventJson.write(
                        new UnitChange(unitId, figures.changedBy(more), city.changedBy(more))));
    }

    static FeedRecord activity(Position position, Activity activity) {
        return new FeedRecord(
                position, FeedKind.ACTIVITY, activity.unitId(), EventJson.write(activity));
    }

    static FeedRecord alert(Position position, Alert alert) {
        return new FeedRecord(position, FeedKind.ALERT, alert.unitId(), EventJson.write(alert));
    }
}
