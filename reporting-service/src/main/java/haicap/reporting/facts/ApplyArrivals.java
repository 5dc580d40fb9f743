package haicap.reporting.facts;

import static java.util.stream.Collectors.partitioningBy;

import haicap.reporting.facts.Known.Happening;
import haicap.reporting.feed.Activity;
import haicap.reporting.feed.Changes;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.files.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Applies what happened to files: an event's state, when it is newer, changes the figures by the
 * difference old fact to new fact; what happened is told once, also when it comes late.
 */
@Component
class ApplyArrivals {

    private final Facts facts;
    private final CustodyTable custody;
    private final Custodians custodians;
    private final LivePicture picture;

    ApplyArrivals(Facts facts, CustodyTable custody, Custodians custodians, LivePicture picture) {
        this.facts = facts;
        this.custody = custody;
        this.custodians = custodians;
        this.picture = picture;
    }

    /** Call it under the feed lock. */
    void apply(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        var known = facts.known(arrivals);
        var newOrigins = custodians.ofNew(arrivals, known);
        known.custodians().putAll(newOrigins);
        var knownBefore = Set.copyOf(known.facts().keySet());
        var before = picture.open(known.unitsWith(arrivals));
        var changes = new Changes();
        var newest = new HashMap<String, Fact>();
        var newlyTold = new ArrayList<Happening>();
        for (var arrival : arrivals) {
            changes.because(arrival.cause());
            if (isNewer(arrival.fact(), known)) {
                replace(arrival.fact(), known, before.clockAt(), changes);
                newest.put(arrival.fact().id(), arrival.fact());
            }
            tellOnce(arrival, known, changes, newlyTold);
        }
        var saved =
                newest.values().stream()
                        .collect(partitioningBy(fact -> knownBefore.contains(fact.id())));
        facts.insert(saved.getOrDefault(false, List.of()));
        facts.upsert(saved.getOrDefault(true, List.of()));
        facts.told(newlyTold);
        if (!newOrigins.isEmpty()) {
            custody.save(newOrigins);
        }
        picture.change(before, changes, before.clockAt());
    }

    private static boolean isNewer(Fact fact, Known known) {
        var before = known.facts().get(fact.id());
        return before == null || before.version() < fact.version();
    }

    private static void replace(Fact fact, Known known, Instant clockAt, Changes changes) {
        var before = known.facts().put(fact.id(), fact);
        if (before != null) {
            count(before, -1, known, clockAt, changes);
        }
        count(fact, 1, known, clockAt, changes);
    }

    private static void count(Fact fact, int more, Known known, Instant clockAt, Changes changes) {
        var custodian = known.custodian(fact);
        for (var span : fact.at(clockAt)) {
            changes.count(span.unitWhenHeldBy(custodian), span.figure(), more);
        }
    }

    private static void tellOnce(
            Arrival arrival, Known known, Changes changes, List<Happening> newlyTold) {
        var fact = arrival.fact();
        var happening = new Happening(fact.id(), fact.version());
        if (arrival.activity() != null && known.told().add(happening)) {
            changes.tell(
                    new Activity(
                            arrival.activity(), fact.id(), known.custodian(fact), arrival.at()));
            newlyTold.add(happening);
        }
    }
}
