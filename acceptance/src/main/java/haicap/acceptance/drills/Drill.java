package haicap.acceptance.drills;

import haicap.acceptance.system.Parts;
import haicap.acceptance.system.RunningSystem;
import java.time.Duration;
import java.util.List;

/**
 * An accident to be practised.
 *
 * @param parts what dies at once
 * @param down for how long nobody notices
 */
public record Drill(String name, List<String> parts, Duration down) {

    /** The accidents that a system must survive; the stores stay away for as long as given. */
    public static List<Drill> all(
            RunningSystem system, Duration brokerDown, Duration databaseDown) {
        var atOnce = Duration.ofSeconds(1);
        return List.of(
                new Drill("case-service", system.instances(Parts.CASE), atOnce),
                new Drill("reporting", system.instances(Parts.REPORTING), atOnce),
                new Drill("org-structure", List.of(Parts.ORG_STRUCTURE), atOnce),
                new Drill("gateway", List.of(Parts.GATEWAY), atOnce),
                new Drill("kafka", List.of(Parts.KAFKA), brokerDown),
                new Drill("postgres", List.of(Parts.POSTGRES), databaseDown),
                new Drill("everything", system.instances(), atOnce));
    }

    @Override
    public String toString() {
        return name;
    }
}
