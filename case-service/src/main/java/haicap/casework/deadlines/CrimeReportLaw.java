package haicap.casework.deadlines;

import haicap.platform.deadlines.DeadlineCalculator;
import haicap.platform.deadlines.Law;
import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.Rule;
import haicap.platform.deadlines.WorkCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Which clocks the law starts for a crime report. */
@Component
public class CrimeReportLaw {

    /** The rule of the term that an extension sets. */
    public static final String EXTENDED_TERM = "RESOLVE_EXTENDED_2M";

    private static final String RECEIPT = "report.received";

    private final Law law = Law.named("crime-reports");
    private final DeadlineCalculator calculator = new DeadlineCalculator(WorkCalendar.ofSeeds());

    /** What receipt by that kind of unit starts. */
    public Clocks onReceipt(Obliged holder, boolean urgent, Instant receivedAt) {
        return started(RECEIPT, facts(holder, urgent), receivedAt);
    }

    /** What starts when facts show that the report is of the urgent class after all. */
    public Clocks onTurningUrgent(Obliged holder, Instant at) {
        return started("report.turned-urgent", facts(holder, true), at);
    }

    /** What starts for the body to which the report was handed over. */
    public Clocks onHandOver(Obliged receiver, boolean urgent, Instant at) {
        return started("report.handed-over", facts(receiver, urgent), at);
    }

    /** What receipt starts anew once the term is extended: it still counts from receipt. */
    public Clocks onExtension(Instant receivedAt) {
        var anyway = law.startedBy(RECEIPT, Set.of(), receivedAt);
        var extended = law.startedBy(RECEIPT, Set.of("extended"), receivedAt);
        return reckoned(
                extended.stream().filter(rule -> !anyway.contains(rule)).toList(), receivedAt);
    }

    /** What must be sent and told once it was decided to institute a case. */
    public Clocks onInstitution(Instant at) {
        return started("report.decided", Set.of("instituted"), at);
    }

    /** What must be sent and told once it was decided not to institute a case. */
    public Clocks onRefusal(Instant at) {
        return started("report.decided", Set.of("refused"), at);
    }

    Rule rule(Clock clock) {
        return law.version(clock.rule(), clock.ruleVersion());
    }

    private Clocks started(String trigger, Set<String> facts, Instant at) {
        return reckoned(law.startedBy(trigger, facts, at), at);
    }

    private Clocks reckoned(List<Rule> rules, Instant start) {
        return new Clocks(
                rules.stream().map(rule -> Clock.of(calculator.deadline(rule, start))).toList());
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
