package haicap.reporting.files;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the newest event of a file said of it.
 *
 * @param version as one number that orders as versions do
 * @param unitId the unit under which the source stores it
 */
public record Fact(String id, long version, String unitId, Matter matter) {

    public Fact {
        Objects.requireNonNull(unitId, "unitId");
    }

    public FileKind kind() {
        return matter.kind();
    }

    /** When and where it counts. */
    public List<Span> spans() {
        return matter.spans(unitId);
    }

    /** In what it counts at an instant. */
    public List<Span> at(Instant instant) {
        return spans().stream().filter(span -> span.holds(instant)).toList();
    }

    /** Every unit that it names, beginning with the one that stores it. */
    public Set<String> units() {
        var units = new LinkedHashSet<String>();
        units.add(unitId);
        units.addAll(matter.namedUnits());
        return units;
    }
}
