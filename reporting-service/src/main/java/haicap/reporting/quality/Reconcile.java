package haicap.reporting.quality;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Unit;
import haicap.platform.time.Hanoi;
import haicap.reporting.figures.Figure;
import haicap.reporting.files.CountedKind;
import haicap.reporting.quality.OwnCount.Found;
import haicap.reporting.quality.SourceSums.UnitSums;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Proves the picture, or says where it is wrong.
 *
 * <ol>
 *   <li>Each source recounts its own tables as of one instant, in a snapshot that its relay has
 *       passed; here, the inbox passes it too.
 *   <li>All facts are counted anew, in one snapshot with the figures: at the clock of the picture,
 *       against the figures; at the instant, against the sources.
 *   <li>Where the files of a unit differ from its source's, they are compared one by one, part by
 *       part. Where no file of a kind differs, its figures must be the source's.
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
        var patience = new Patience();
        var recounts = new LinkedHashMap<CountedKind, Map<String, UnitSums>>();
        for (var source : CountedKind.ALL) {
            recounts.put(source, sources.sums(source, at, patience).byUnit());
        }
        var found = ownCount.at(at);
        var differences = new Differences(at, parked.all());
        recounts.forEach(
                (source, theirs) -> compare(source, theirs, found, at, patience, differences));
        differences.keptOtherwise(found.picture(), found.recounted());
        differences.sumsKeptOtherwise(found.keptSums());
        var units = units(recounts, found);
        return new Reconciliation(
                at,
                found.picture().clockAt(),
                units.size(),
                units.size() * Figure.all().size(),
                differences.inFlight(),
                differences.all());
    }

    private void compare(
            CountedKind source,
            Map<String, UnitSums> theirs,
            Found found,
            Instant at,
            Patience patience,
            Differences differences) {
        var ours = found.sums().getOrDefault(source.name(), Map.of());
        var units = new TreeSet<>(theirs.keySet());
        units.addAll(ours.keySet());
        boolean sameFiles = true;
        for (var unit : units) {
            var our = SourceSums.of(unit, ours);
            var their = SourceSums.of(unit, theirs);
            if (!our.hasTheFilesOf(their)) {
                sameFiles = false;
                differences.between(
                        each -> compareFiles.of(unit, source, at, patience, each),
                        our,
                        their,
                        theirs);
            }
        }
        if (sameFiles) {
            units.forEach(unit ->
                    differences.countedOtherwise(
                            unit,
                            SourceSums.of(unit, ours).figures(),
                            SourceSums.of(unit, theirs).figures()));
        }
    }

    /** Every unit in force, and any other that somebody counts something for. */
    private Set<String> units(Map<CountedKind, Map<String, UnitSums>> recounts, Found found) {
        var units = new TreeSet<String>();
        organisation.unitsInForce(Hanoi.dayOf(found.picture().clockAt())).stream()
                .map(Unit::id)
                .forEach(units::add);
        recounts.values().forEach(recount -> units.addAll(recount.keySet()));
        units.addAll(found.picture().units().keySet());
        units.addAll(found.recounted().keySet());
        return units;
    }
}
