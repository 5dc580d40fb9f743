package haicap.reporting.feed;

import haicap.platform.trace.Trace;
import haicap.reporting.figures.Figure;
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

    private final TreeMap<String, Map<Figure, Long>> counts = new TreeMap<>();
    private final List<Caused<Activity>> activities = new ArrayList<>();
    private final List<Caused<Alert>> alerts = new ArrayList<>();
    private final Map<String, Instant> heard = new HashMap<>();
    private final Map<String, Trace> causes = new HashMap<>();
    private Trace cause = Trace.current();

    /** Something to tell, and the trace in which it came about. */
    record Caused<T>(T what, Trace cause) {}

    /** What is noted from now on came about in this trace. */
    public void because(Trace trace) {
        cause = trace;
    }

    /** That many more, or fewer, count in a unit's figure. */
    public void count(String unitId, Figure figure, long more) {
        counts.computeIfAbsent(unitId, unit -> new HashMap<>()).merge(figure, more, Long::sum);
        causes.put(unitId, cause);
    }

    /** Something happened: the unit was heard of, and the feed tells it. */
    public void tell(Activity activity) {
        activities.add(new Caused<>(activity, cause));
        hearOf(activity.unitId(), activity.at());
    }

    /** The unit was heard of, by something too old to be told. */
    public void hearOf(String unitId, Instant at) {
        heard.merge(unitId, at, (a, b) -> Collections.max(List.of(a, b)));
    }

    /** Somebody should look: the feed tells it. */
    void alert(Alert alert) {
        alerts.add(new Caused<>(alert, causeOf(alert.unitId())));
    }

    /** Every unit that a change is noted for. */
    public Set<String> units() {
        return counts.keySet();
    }

    /** How many units have other figures afterwards. */
    public int unitsThatDiffer() {
        return differences().size();
    }

    /**
     * By unit, in the order in which the feed tells them; differences that add up to none are left
     * out.
     */
    Map<String, Figures> differences() {
        var real = new TreeMap<String, Figures>();
        counts.forEach((unit, more) -> real.put(unit, Figures.counting(more)));
        real.values().removeIf(Figures::isNone);
        return real;
    }

    /** The newest cause of a unit's change. */
    Trace causeOf(String unitId) {
        return causes.getOrDefault(unitId, cause);
    }

    List<Caused<Activity>> activities() {
        return activities;
    }

    List<Caused<Alert>> alerts() {
        return alerts;
    }

    /** Whether there is nothing to note. */
    public boolean isEmpty() {
        return counts.isEmpty() && activities.isEmpty() && alerts.isEmpty();
    }

    Map<String, Instant> heard() {
        return heard;
    }
}
