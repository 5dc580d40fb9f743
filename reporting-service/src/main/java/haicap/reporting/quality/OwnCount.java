package haicap.reporting.quality;

import haicap.reporting.facts.CountedFacts;
import haicap.reporting.facts.CountedFacts.Count;
import haicap.reporting.facts.CountedFacts.KeptSum;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.feed.PictureState;
import haicap.reporting.figures.Figure;
import haicap.reporting.figures.Figures;
import haicap.reporting.files.CountedKind;
import haicap.reporting.quality.SourceSums.UnitSums;
import java.time.Instant;
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
     * @param keptSums sums of origins that are not what the facts say
     * @param sums of the facts at the instant of the comparison, as the sources make them, by kind
     */
    record Found(
            PictureState picture,
            Map<String, Figures> recounted,
            List<KeptSum> keptSums,
            Map<String, Map<String, UnitSums>> sums) {}

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
        var counts = facts.figures(kept.clockAt(), at);
        return new Found(
                kept,
                byUnit(counts.at(), count -> true),
                facts.sumsKeptOtherwise(counts.at()),
                sums(counts.other()));
    }

    private Map<String, Map<String, UnitSums>> sums(List<Count> counts) {
        var sums = new HashMap<String, Map<String, UnitSums>>();
        for (var kind : CountedKind.ALL) {
            var units = new HashMap<String, UnitSums>();
            byUnit(counts, count -> count.kind().equals(kind.name()))
                    .forEach((unit, figures) -> units.put(unit, new UnitSums(unit, 0, 0, figures)));
            sums.put(kind.name(), units);
        }
        for (var held : facts.holdings()) {
            var units = sums.computeIfAbsent(held.kind(), kind -> new HashMap<>());
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
                        byUnit.computeIfAbsent(count.unitId(), unit -> new HashMap<>())
                                .merge(count.figure(), count.files(), Long::sum));
        var figures = new HashMap<String, Figures>();
        byUnit.forEach((unit, counted) -> figures.put(unit, Figures.counting(counted)));
        return figures;
    }
}
