package haicap.acceptance.feed;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event that a listener was told.
 *
 * @param position its id; null for what is no part of the order
 * @param name unit, activity, alert, lagging or reset
 * @param data one line of JSON
 * @param nanos when it was heard, by this machine's monotonic clock
 */
public record Told(@Nullable String position, String name, String data, long nanos) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The data as JSON. */
    public JsonNode json() {
        return JSON.readTree(data);
    }

    /** Whether it tells of something that happened. */
    public boolean isActivity() {
        return name.equals("activity");
    }

    /** Whether it carries the figures of a unit. */
    public boolean isUnit() {
        return name.equals("unit");
    }
}
