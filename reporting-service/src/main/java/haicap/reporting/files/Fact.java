package haicap.reporting.files;

import haicap.platform.events.PublicState;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the newest event of a file said of it.
 *
 * @param kind see {@link CountedKind#nameOf}
 * @param topic on which it was told
 * @param version as one number that orders as versions do
 * @param unitId the unit under which the source stores it
 * @param publicState see {@link PublicState}
 * @param spans when and where it counts, as the version that wrote it down understood
 * @param nextStep what is to be done next about it; null when nothing is
 */
public record Fact(
        String id,
        String kind,
        String topic,
        long version,
        String unitId,
        String publicState,
        List<Span> spans,
        @Nullable NextStep nextStep) {

    public Fact {
        Objects.requireNonNull(unitId, "unitId");
    }

    /** The fact as it is understood now. */
    public static Fact of(
            String id, String kind, String topic, long version, String unitId, String state) {
        var counted = CountedKind.named(kind).map(each -> each.read(state)).orElse(null);
        return counted == null
                ? new Fact(id, kind, topic, version, unitId, state, List.of(), null)
                : new Fact(
                        id,
                        kind,
                        topic,
                        version,
                        unitId,
                        state,
                        counted.spans(unitId),
                        counted.nextStep());
    }

    /** In what it counts at an instant. */
    public List<Span> at(Instant instant) {
        return spans.stream().filter(span -> span.holds(instant)).toList();
    }

    /** Every unit for which it may count, beginning with the one that stores it. */
    public Set<String> units() {
        var units = new LinkedHashSet<String>();
        units.add(unitId);
        spans.stream().map(Span::unitId).filter(Objects::nonNull).forEach(units::add);
        return units;
    }

    /** Whether both say the same of the file. */
    public boolean saysWhat(Fact other) {
        return PublicState.areEqual(publicState, other.publicState);
    }
}
