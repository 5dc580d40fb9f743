package haicap.reporting.facts;

import haicap.reporting.facts.Known.Happening;
import haicap.reporting.feed.Activity;
import haicap.reporting.feed.Changes;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.files.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Applies what happened to files: an event's state, when it is newer, changes the figures by the
 * difference old fact to new fact; what happened is told once, also when it comes late.
 */
@Component
class ApplyArrivals {

    private final KnownFacts knownFacts;
    private final Facts facts;
    private final OriginSums sums;
    private final CustodyTable custody;
    private final Custodians custodians;
    private final LivePicture picture;

    ApplyArrivals(
            KnownFacts knownFacts,
            Facts facts,
            OriginSums sums,
            CustodyTable custody,
            Custodians custodians,
            LivePicture picture) {
        this.knownFacts = knownFacts;
        this.facts = facts;
        this.sums = sums;
        this.custody = custody;
        this.custodians = custodians;
        this.picture = picture;
    }

    /** Call it under the feed lock. */
    void apply(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        var known = knownFacts.of(arrivals);
        var newOrigins = custodians.ofNew(arrivals, known);
        known.custodians().putAll(newOrigins);
        var before = picture.open(known.unitsWith(arrivals));
        var clockAt = before.clockAt();
        var changes = new Changes();
        var tally = new Tally(changes);
        var inserted = new HashMap<String, Fact>();
        var updated = new HashMap<String, Fact>();
        var newlyTold = new ArrayList<Happening>();
        for (var arrival : arrivals) {
            changes.because(arrival.cause());
            var fact = arrival.fact();
            var old = known.facts().get(fact.id());
            if (old == null || old.version() < fact.version()) {
                replace(old, fact, known, clockAt, tally);
                var isNew = old == null || inserted.containsKey(fact.id());
                (isNew ? inserted : updated).put(fact.id(), fact);
            }
            if (News.isNews(arrival.at(), clockAt)) {
                tellOnce(arrival, known, changes, newlyTold);
            } else if (arrival.activity() != null) {
                changes.hearOf(known.custodian(fact), arrival.at());
            }
        }
        facts.insert(inserted.values(), clockAt);
        facts.upsert(updated.values(), clockAt);
        sums.add(tally.sums());
        facts.told(newlyTold);
        if (!newOrigins.isEmpty()) {
            custody.save(newOrigins);
        }
        picture.change(before, changes, clockAt);
    }

    private static void replace(
            @Nullable Fact old, Fact fact, Known known, Instant clockAt, Tally tally) {
        if (old != null) {
            tally.count(old, known.custodian(old), clockAt, -1);
        }
        tally.count(fact, known.custodian(fact), clockAt, 1);
        known.facts().put(fact.id(), fact);
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
