package haicap.platform.recount;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.outbox.Topic;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Everything that this service counts, one kind at a time: first the sums and digests of all units;
 * then, for a unit that differs, its files, part by part. Each is a cut of its own, with the
 * offsets that belong to it. Safe for all threads.
 */
@Component
public class CountedKinds {

    private final Recounts recounts;
    private final ObjectProvider<Countable> kinds;
    private final ObjectProvider<Topic> topics;
    private final Organisation organisation;

    CountedKinds(
            Recounts recounts,
            ObjectProvider<Countable> kinds,
            ObjectProvider<Topic> topics,
            Organisation organisation) {
        this.recounts = recounts;
        this.kinds = kinds;
        this.topics = topics;
        this.organisation = organisation;
    }

    /** Sums and digests by the unit whose matter the files are. */
    public Recount<UnitSums> units(String kind, Instant at, Duration within) {
        var counts = of(kind);
        return recounts.as(at, topic(counts), within, () -> byUnit(counts, at));
    }

    /** A part of the files that are the matter of a unit. */
    public Recount<CountedFile> files(
            String kind, String unitId, Part part, Instant at, Duration within) {
        var counts = of(kind);
        var stored = organisation.inCustodyOf(unitId, kind, Hanoi.dayOf(at));
        return recounts.as(at, topic(counts), within, () -> counts.files(stored, unitId, part));
    }

    /** A service may tell different things on different topics. */
    private Topic topic(Counts counts) {
        return topics.stream()
                .filter(topic -> topic.name().equals(counts.topic()))
                .findFirst()
                .orElseThrow();
    }

    private Counts of(String kind) {
        return kinds.stream()
                .map(Countable::counts)
                .filter(each -> each.objectClass().equals(kind))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.malformed("kind", "value-not-allowed", Map.of("kind", kind)));
    }

    private List<UnitSums> byUnit(Counts counts, Instant at) {
        var day = Hanoi.dayOf(at);
        var custody =
                counts.sums(at).stream()
                        .map(sums ->
                                sums.in(
                                        organisation.heir(
                                                sums.unitId(), counts.objectClass(), day)));
        return Stream.concat(custody, counts.deeds(at).stream())
                .collect(Collectors.toMap(UnitSums::unitId, sums -> sums, UnitSums::plus))
                .values()
                .stream()
                .sorted(Comparator.comparing(UnitSums::unitId))
                .toList();
    }
}
