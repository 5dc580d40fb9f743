package haicap.acceptance.feed;

import haicap.acceptance.client.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The city's figures as a listener builds them up for himself: a snapshot, then change by change.
 * It notes wherever the city is told to be anything but the sum of its units.
 */
public final class Picture {

    private static final String SNAPSHOT = "/api/v1/feed/city";

    private final String position;
    private final Map<String, Map<String, Long>> units = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private Picture(JsonNode snapshot) {
        this.position = snapshot.path("position").asString();
        snapshot.path("units")
                .forEach(unit ->
                        units.put(unit.path("unitId").asString(), figures(unit.path("figures"))));
        compare("snapshot at " + position, figures(snapshot.path("city")));
    }

    /** A snapshot that this caller takes now. */
    public static Picture taken(Session session) {
        return new Picture(session.get(SNAPSHOT).orFail().json());
    }

    /** The position from which the stream continues the snapshot. */
    public String position() {
        return position;
    }

    /** Takes in the next event. */
    public void see(Told told) {
        if (told.isUnit()) {
            var data = told.json();
            units.computeIfAbsent(data.path("unitId").asString(), unit -> new TreeMap<>())
                    .putAll(figures(data.path("figures")));
            compare("unit event at " + told.position(), figures(data.path("city")));
        }
    }

    /** The sums over all units. */
    public Map<String, Long> sums() {
        var sums = new TreeMap<String, Long>();
        units.values().forEach(unit -> unit.forEach((name, n) -> sums.merge(name, n, Long::sum)));
        return sums;
    }

    /** The figures of each unit that has any. */
    public Map<String, Map<String, Long>> units() {
        return units;
    }

    /** A figure of one unit. */
    public long figure(String unitId, String name) {
        return units.getOrDefault(unitId, Map.of()).getOrDefault(name, 0L);
    }

    /** One sentence for each place where the city was not the sum of its units. */
    public List<String> wrong() {
        return wrong;
    }

    private void compare(String where, Map<String, Long> city) {
        var sums = sums();
        sums.keySet().retainAll(city.keySet());
        if (city.isEmpty() || !sums.equals(city)) {
            wrong.add("%s: city %s, sum of units %s".formatted(where, city, sums));
        }
    }

    private static Map<String, Long> figures(JsonNode node) {
        var figures = new TreeMap<String, Long>();
        node.properties()
                .forEach(figure -> figures.put(figure.getKey(), figure.getValue().asLong()));
        return figures;
    }
}
