package haicap.reporting.quality;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Unit;
import haicap.platform.time.Hanoi;
import haicap.reporting.figures.Figure;
import haicap.reporting.figures.Figures;
import haicap.reporting.quality.OwnCount.Found;
import haicap.reporting.quality.OwnCount.Share;
import haicap.reporting.quality.SourceSums.UnitSums;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Proves the picture, or says where it is wrong.
 *
 * <ol>
 *   <li>Each source recounts its own tables as of one instant, in a snapshot that its relay has
 *       passed; here, the inbox passes it too.
 *   <li>All facts are counted anew, in one snapshot with the figures: at the clock of the picture,
 *       against the figures; at the instant, against the sources.
 *   <li>Where a unit differs from its source, its files are compared one by one.
 *   <li>A file with a parked event is a difference, with its reason.
 * </ol>
 */
@Component
class Reconcile {

    private final Sources sources;
    private final OwnCount ownCount;
    private final CompareFiles compareFiles;
    private final ParkedFiles parked;
    private final Organisation organisation;
    private final Clock clock;

    Reconcile(
            Sources sources,
            OwnCount ownCount,
            CompareFiles compareFiles,
            ParkedFiles parked,
            Organisation organisation,
            Clock clock) {
        this.sources = sources;
        this.ownCount = ownCount;
        this.compareFiles = compareFiles;
        this.parked = parked;
        this.organisation = organisation;
        this.clock = clock;
    }

    Reconciliation now() {
        var at = clock.instant();
        var recounts = new LinkedHashMap<Source, Map<String, UnitSums>>();
        for (var source : Sources.ALL) {
            recounts.put(source, byUnit(sources.sums(source, at)));
        }
        var found = ownCount.at(at);
        var units = units(recounts, found);
        var differences = new ArrayList<Difference>();
        int inFlight = 0;
        for (var recount : recounts.entrySet()) {
            for (var unit : units) {
                if (!agree(recount.getKey(), recount.getValue().get(unit), unit, found)) {
                    var comparison = compareFiles.of(unit, recount.getKey(), at);
                    differences.addAll(comparison.differences(unit, at));
                    inFlight += comparison.inFlight();
                }
            }
        }
        differences.addAll(wrongFigures(found));
        differences.addAll(parked.differences());
        return new Reconciliation(
                at,
                found.picture().clockAt(),
                units.size(),
                units.size() * Figure.values().length,
                inFlight,
                differences);
    }

    private static Map<String, UnitSums> byUnit(SourceSums sums) {
        return sums.items().stream()
                .collect(Collectors.toMap(UnitSums::unitId, Function.identity()));
    }

    /** Every unit in force, and any other that somebody counts something for. */
    private TreeSet<String> units(Map<Source, Map<String, UnitSums>> recounts, Found found) {
        var units = new TreeSet<String>();
        organisation.unitsInForce(Hanoi.dayOf(found.picture().clockAt())).stream()
                .map(Unit::id)
                .forEach(units::add);
        recounts.values().forEach(recount -> units.addAll(recount.keySet()));
        units.addAll(found.picture().units().keySet());
        units.addAll(found.recounted().keySet());
        return units;
    }

    private static boolean agree(
            Source source, @Nullable UnitSums theirs, String unit, Found found) {
        return Objects.equals(theirs, found.shares().get(new Share(unit, source.kind())));
    }

    private static List<Difference> wrongFigures(Found found) {
        var differences = new ArrayList<Difference>();
        var kept = new TreeMap<>(found.picture().units());
        found.recounted().keySet().forEach(unit -> kept.putIfAbsent(unit, Figures.NONE));
        kept.forEach((unit, figures) ->
                differences.addAll(
                        wrong(unit, figures, found.recounted().getOrDefault(unit, Figures.NONE))));
        var sum = kept.values().stream().reduce(Figures.NONE, Figures::plus);
        differences.addAll(wrong(Difference.CITY, found.picture().city(), sum));
        return differences;
    }

    private static List<Difference> wrong(String unit, Figures reported, Figures recounted) {
        var differences = new ArrayList<Difference>();
        for (var figure : Figure.values()) {
            if (reported.of(figure) != recounted.of(figure)) {
                differences.add(
                        new Difference(
                                unit,
                                figure.publicName(),
                                reported.of(figure),
                                recounted.of(figure),
                                List.of(),
                                Map.of()));
            }
        }
        return differences;
    }
}
