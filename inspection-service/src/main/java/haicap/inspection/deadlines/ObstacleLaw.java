package haicap.inspection.deadlines;

import haicap.platform.deadlines.Law;
import haicap.platform.deadlines.Reckoner;
import haicap.platform.deadlines.Rule;
import haicap.platform.deadlines.WorkCalendar;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which clocks the rules start for an obstacle. Never changes; safe for all threads. */
@Component
public class ObstacleLaw {

    private final Law law = Law.named("obstacles");
    private final Reckoner reckoner = new Reckoner(WorkCalendar.ofSeeds());

    /** What an event such as {@code obstacle.triaged} starts. */
    public Clocks startedBy(String event, Instant at) {
        return new Clocks(
                law.startedBy(event, Set.of(), at).stream()
                        .map(rule -> Clock.of(reckoner.deadline(rule, at)))
                        .toList());
    }

    Rule version(String rule, int version) {
        return law.version(rule, version);
    }
}
