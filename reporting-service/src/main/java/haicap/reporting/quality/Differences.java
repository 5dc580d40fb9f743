package haicap.reporting.quality;

import haicap.reporting.facts.CountedFacts.KeptSum;
import haicap.reporting.feed.PictureState;
import haicap.reporting.figures.Figure;
import haicap.reporting.figures.Figures;
import haicap.reporting.files.Fact;
import haicap.reporting.quality.Comparison.Unequal;
import haicap.reporting.quality.ParkedFiles.ParkedFile;
import haicap.reporting.quality.SourceSums.UnitSums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers the differences of one reconciliation. For one thread. */
final class Differences {

    private record Place(String unitId, Figure figure) {}

    private final Instant at;
    private final List<ParkedFile> parked;
    private final List<Difference> all = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final Map<Place, Long> byFiles = new HashMap<>();
    private int inFlight;

    Differences(Instant at, List<ParkedFile> parked) {
        this.at = at;
        this.parked = parked;
    }

    /** How much files make a figure differ, and which ones; not all of very many are named. */
    private final class Made {

        private final Map<String, String> reasons = new TreeMap<>();
        private long sum;

        void by(Unequal file, long n) {
            sum += n;
            if (reasons.size() < Difference.NAMED) {
                reasons.put(file.id(), reason(file));
            }
        }
    }

    /**
     * Files of one unit differ: one difference per figure that they make differ, of whatever unit;
     * one on the files themselves for those that make none.
     *
     * @param parts gives the comparisons of the unit's files one after the other
     */
    void between(
            Consumer<Consumer<Comparison>> parts,
            UnitSums our,
            UnitSums their,
            Map<String, UnitSums> theirs) {
        var more = new HashMap<Place, Made>();
        var silent = new Made();
        parts.accept(comparison -> {
            inFlight += comparison.inFlight();
            for (var file : comparison.unequal()) {
                var places = places(file);
                places.forEach(
                        (place, n) -> more.computeIfAbsent(place, p -> new Made()).by(file, n));
                if (places.isEmpty()) {
                    silent.by(file, 0);
                }
            }
        });
        more.forEach((place, made) -> {
            byFiles.merge(place, made.sum, Long::sum);
            long recounted = SourceSums.of(place.unitId(), theirs).figures().of(place.figure());
            add(
                    place.unitId(),
                    place.figure().publicName(),
                    recounted + made.sum,
                    recounted,
                    made.reasons);
        });
        if (!silent.reasons.isEmpty()) {
            add(our.unitId(), Difference.FILES, our.files(), their.files(), silent.reasons);
        }
    }

    /** Where, and by how much, the file counts otherwise here than at its source. */
    private Map<Place, Long> places(Unequal file) {
        var places = new HashMap<Place, Long>();
        count(file.here(), file.custodian(), 1, places);
        count(file.source(), file.custodian(), -1, places);
        places.values().removeIf(n -> n == 0);
        return places;
    }

    private void count(@Nullable Fact fact, String custodian, long n, Map<Place, Long> places) {
        if (fact != null) {
            for (var span : fact.at(at)) {
                var place = new Place(span.unitWhenHeldBy(custodian), span.figure());
                places.merge(place, n, Long::sum);
            }
        }
    }

    /** The files are the same, but the source counts them otherwise. */
    void countedOtherwise(String unitId, Figures reported, Figures recounted) {
        for (var figure : Figure.all()) {
            if (reported.of(figure) != recounted.of(figure)) {
                add(
                        unitId,
                        figure.publicName(),
                        reported.of(figure),
                        recounted.of(figure),
                        Map.of());
            }
        }
    }

    /**
     * The figures that are kept are not what the facts say; left out where a fact that is wrong
     * explains it and the figure is the source's.
     */
    void keptOtherwise(PictureState picture, Map<String, Figures> recounted) {
        var kept = new TreeMap<>(picture.units());
        recounted.keySet().forEach(unit -> kept.putIfAbsent(unit, Figures.NONE));
        kept.forEach((unit, figures) -> {
            var counted = recounted.getOrDefault(unit, Figures.NONE);
            for (var figure : Figure.all()) {
                long more = figures.of(figure) - counted.of(figure);
                if (more != 0 && more != -byFiles.getOrDefault(new Place(unit, figure), 0L)) {
                    add(
                            unit,
                            figure.publicName(),
                            figures.of(figure),
                            counted.of(figure),
                            Map.of());
                }
            }
        });
        countedOtherwise(
                Difference.CITY,
                picture.city(),
                kept.values().stream().reduce(Figures.NONE, Figures::plus));
    }

    /**
     * The sums that are kept of origins are not what their facts say; left out where facts that are
     * wrong explain those of a custodian.
     */
    void sumsKeptOtherwise(List<KeptSum> sums) {
        var byPlace =
                sums.stream()
                        .collect(
                                Collectors.groupingBy(
                                        sum -> new Place(sum.custodian(), sum.figure())));
        byPlace.forEach((place, kept) -> {
            long more = kept.stream().mapToLong(sum -> sum.kept() - sum.counted()).sum();
            if (more == 0 || more != -byFiles.getOrDefault(place, 0L)) {
                kept.forEach(sum ->
                        add(
                                place.unitId(),
                                place.figure().publicName(),
                                sum.kept(),
                                sum.counted(),
                                Map.of()));
            }
        });
    }

    private void add(
            String unitId,
            String figure,
            long reported,
            long recounted,
            Map<String, String> reasons) {
        named.addAll(reasons.keySet());
        all.add(
                new Difference(
                        unitId,
                        figure,
                        reported,
                        recounted,
                        List.copyOf(reasons.keySet()),
                        reasons));
    }

    private String reason(Unequal file) {
        return parked.stream()
                .filter(each -> each.id().equals(file.id()))
                .map(ParkedFile::reason)
                .findFirst()
                .orElse(file.reason());
    }

    int inFlight() {
        return inFlight;
    }

    /** All of them; files with a parked event that nothing else names come last. */
    List<Difference> all() {
        var differences = new ArrayList<>(all);
        for (var file : parked) {
            if (!named.contains(file.id())) {
                differences.add(
                        new Difference(
                                file.unitId(),
                                Difference.FILES,
                                0,
                                1,
                                List.of(file.id()),
                                Map.of(file.id(), file.reason())));
            }
        }
        return differences;
    }
}
