package haicap.platform.deadlines;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The dated rules for one kind of file. Reading refuses rules that contradict each other;
 * afterwards it never changes and is safe for all threads.
 */
public final class Law {

    private final List<Rule> rules;

    Law(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (var rule : this.rules) {
            for (var other : this.rules) {
                if (rule != other && rule.id().equals(other.id()) && rule.overlaps(other)) {
                    throw new IllegalStateException(
                            rule.id()
                                    + ": versions "
                                    + rule.version()
                                    + " and "
                                    + other.version()
                                    + " are in force on the same day");
                }
            }
        }
    }

    /** Reads {@code seeds/law/<name>.csv} from the classpath. */
    public static Law named(String name) {
        return new Law(
                Csv.onClasspath("/seeds/law/" + name + ".csv").stream().map(Law::rule).toList());
    }

    /** The rules whose clocks the event starts, by the version in force on its local day. */
    public List<Rule> startedBy(String trigger, Set<String> facts, Instant at) {
        var day = Hanoi.dayOf(at);
        return rules.stream()
                .filter(rule -> rule.trigger().equals(trigger))
                .filter(rule -> rule.inForceOn(day))
                .filter(rule -> rule.condition().holds(facts))
                .toList();
    }

    /** The very version that a stored clock names. */
    public Rule version(String id, int version) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id) && rule.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule " + id + " v" + version));
    }

    private static Rule rule(NamedCsvRecord row) {
        var validTo = row.getField("valid_to");
        return new Rule(
                row.getField("id"),
                Integer.parseInt(row.getField("version")),
                LocalDate.parse(row.getField("valid_from")),
                validTo.isEmpty() ? null : LocalDate.parse(validTo),
                row.getField("article"),
                row.getField("title_vi"),
                row.getField("title_en"),
                row.getField("trigger"),
                Condition.parse(row.getField("condition")),
                Integer.parseInt(row.getField("amount")),
                TermUnit.valueOf(row.getField("unit")),
                Boolean.parseBoolean(row.getField("count_start_day")),
                Roll.valueOf(row.getField("roll")),
                Obliged.valueOf(row.getField("obliges")),
                row.getField("met_by"),
                Certainty.valueOf(row.getField("certainty")),
                row.findField("duty").filter(duty -> !duty.isEmpty()).orElse(null));
    }
}
