package haicap.reporting.quality;

import haicap.reporting.facts.CountedFacts;
import haicap.reporting.facts.CountedFacts.Count;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.feed.PictureState;
import haicap.reporting.figures.Figure;
import haicap.reporting.figures.Figures;
import haicap.reporting.files.FileKind;
import haicap.reporting.quality.SourceSums.UnitSums;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts all facts anew, beside the figures that were kept, in one snapshot. */
@Component
class OwnCount {

    /**
     * What was found.
     *
     * @param picture the figures as they were kept
     * @param recounted the figures as the facts say, at the clock of the picture
     * @param sums of the facts at the instant of the comparison, as the sources make them
     */
    record Found(
            PictureState picture,
            Map<String, Figures> recounted,
            Map<FileKind, Map<String, UnitSums>> sums) {}

    private final LivePicture picture;
    private final CountedFacts facts;

    OwnCount(LivePicture picture, CountedFacts facts) {
        this.picture = picture;
        this.facts = facts;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Found at(Instant at) {
        facts.hold();
        var kept = picture.whole();
        return new Found(kept, byUnit(facts.figures(kept.clockAt()), count -> true), sums(at));
    }

    private Map<FileKind, Map<String, UnitSums>> sums(Instant at) {
        var counts = facts.figures(at);
        var sums = new EnumMap<FileKind, Map<String, UnitSums>>(FileKind.class);
        for (var kind : FileKind.values()) {
            var units = new HashMap<String, UnitSums>();
            byUnit(counts, count -> count.kind() == kind)
                    .forEach((unit, figures) -> units.put(unit, new UnitSums(unit, 0, 0, figures)));
            sums.put(kind, units);
        }
        for (var held : facts.holdings()) {
            var units = sums.getOrDefault(held.kind(), Map.of());
            var figures = SourceSums.of(held.custodian(), units).figures();
            units.put(
                    held.custodian(),
                    new UnitSums(held.custodian(), held.files(), held.digest(), figures));
        }
        return sums;
    }

    private static Map<String, Figures> byUnit(List<Count> counts, Predicate<Count> wanted) {
        var byUnit = new HashMap<String, Map<Figure, Long>>();
        counts.stream()
                .filter(wanted)
                .forEach(count ->
                        byUnit.computeIfAbsent(count.unitId(), u -> new EnumMap<>(Figure.class))
                                .put(count.figure(), count.files()));
        var figures = new HashMap<String, Figures>();
        byUnit.forEach((unit, counted) -> figures.put(unit, Figures.counting(counted)));
        return figures;
    }
}
