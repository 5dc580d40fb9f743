package haicap.acceptance.drills;

import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.util.List;

/**
 * An accident to be practised.
 *
 * @param parts what dies at once
 * @param down for how long nobody notices
 */
public record Drill(String name, List<String> parts, Duration down) {

    /** The accidents that the house must survive; the stores stay away for as long as given. */
    public static List<Drill> all(Duration brokerDown, Duration databaseDown) {
        var atOnce = Duration.ofSeconds(1);
        return List.of(
                new Drill("case-service", List.of(Parts.CASE), atOnce),
                new Drill("reporting", List.of(Parts.REPORTING), atOnce),
                new Drill("org-structure", List.of(Parts.ORG_STRUCTURE), atOnce),
                new Drill("gateway", List.of(Parts.GATEWAY), atOnce),
                new Drill("kafka", List.of(Parts.KAFKA), brokerDown),
                new Drill("postgres", List.of(Parts.POSTGRES), databaseDown),
                new Drill("everything", Parts.ALL, atOnce));
    }

    @Override
    public String toString() {
        return name;
    }
}
