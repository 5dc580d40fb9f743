package haicap.reporting.feed;

import haicap.reporting.figures.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one transaction changes in the picture. For one thread. */
public final class Changes {

    private final TreeMap<String, Figures> differences = new TreeMap<>();
    private final List<Activity> activities = new ArrayList<>();
    private final Map<String, Instant> heard = new HashMap<>();

    /** A file's part in a unit's figures becomes another. */
    public void replace(String unitId, Figures before, Figures after) {
        differences.merge(unitId, after.minus(before), Figures::plus);
    }

    /** Something happened: the unit was heard of, and the feed tells it. */
    public void tell(Activity activity) {
        activities.add(activity);
        heard.merge(activity.unitId(), activity.at(), (a, b) -> Collections.max(List.of(a, b)));
    }

    /** Every unit that a change is noted for. */
    public Set<String> units() {
        return differences.keySet();
    }

    /**
     * By unit, in the order in which the feed tells them; differences that add up to none are left
     * out.
     */
    Map<String, Figures> differences() {
        var real = new TreeMap<>(differences);
        real.values().removeIf(Figures::isNone);
        return real;
    }

    List<Activity> activities() {
        return activities;
    }

    Map<String, Instant> heard() {
        return heard;
    }
}
