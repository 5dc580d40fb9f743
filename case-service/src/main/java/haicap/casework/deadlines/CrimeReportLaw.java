package haicap.casework.deadlines;

import haicap.platform.deadlines.Law;
import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.Reckoner;
import haicap.platform.deadlines.Rule;
import haicap.platform.deadlines.WorkCalendar;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Which clocks the law starts for a crime report. */
@Component
public class CrimeReportLaw {

    private final Law law = Law.named("crime-reports");
    private final Reckoner reckoner = new Reckoner(WorkCalendar.ofSeeds());

    /** What receipt by that kind of unit starts. */
    public Clocks onReceipt(Obliged holder, boolean urgent, Instant receivedAt) {
        return started("report.received", facts(holder, urgent), receivedAt);
    }

    /** What starts when facts show that the report is of the urgent class after all. */
    public Clocks onTurningUrgent(Obliged holder, Instant at) {
        return started("report.turned-urgent", facts(holder, true), at);
    }

    Rule rule(Clock clock) {
        return law.version(clock.rule(), clock.ruleVersion());
    }

    private Clocks started(String trigger, Set<String> facts, Instant at) {
        return new Clocks(
                law.startedBy(trigger, facts, at).stream()
                        .map(rule -> Clock.of(reckoner.deadline(rule, at)))
                        .toList());
    }

    private static Set<String> facts(Obliged holder, boolean urgent) {
        var facts = new TreeSet<String>();
        facts.add(
                switch (holder) {
                    case COMMUNE -> "commune";
                    case INVESTIGATION_BODY -> "investigation-body";
                    case STAFF_OFFICE, DEPARTMENT, RAISING_UNIT ->
                            throw new IllegalArgumentException(holder + " holds no crime report");
                });
        if (urgent) {
            facts.add("urgent");
        }
        return facts;
    }
}
