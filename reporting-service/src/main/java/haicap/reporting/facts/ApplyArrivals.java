package haicap.reporting.facts;

import haicap.platform.inbox.CannotApply;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.time.Hanoi;
import haicap.reporting.facts.Known.Happening;
import haicap.reporting.feed.Activity;
import haicap.reporting.feed.Changes;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.figures.Figures;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Applies what happened to files: an event's state, when it is newer, changes the figures by the
 * difference old fact to new fact; what happened is told once, also when it comes late.
 */
@Component
class ApplyArrivals {

    private final Facts facts;
    private final LivePicture picture;
    private final Organisation organisation;
    private final Clock clock;

    ApplyArrivals(Facts facts, LivePicture picture, Organisation organisation, Clock clock) {
        this.facts = facts;
        this.picture = picture;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Call it under the feed lock. */
    void apply(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        var known = facts.known(arrivals);
        var newOrigins = newOrigins(arrivals, known);
        known.custodians().putAll(newOrigins);
        var before = picture.open(new HashSet<>(known.custodians().values()));
        var changes = new Changes();
        var newFacts = new HashMap<String, Fact>();
        var newlyTold = new ArrayList<Happening>();
        for (var arrival : arrivals) {
            if (isNewer(arrival.fact(), known)) {
                replace(arrival.fact(), known, before.clockAt(), changes);
                newFacts.put(arrival.fact().id(), arrival.fact());
            }
            tellOnce(arrival, known, changes, newlyTold);
        }
        facts.save(List.copyOf(newFacts.values()), newlyTold);
        if (!newOrigins.isEmpty()) {
            facts.saveCustody(newOrigins);
        }
        picture.change(before, changes, before.clockAt());
    }

    private Map<Origin, String> newOrigins(List<Arrival> arrivals, Known known) {
        var today = Hanoi.today(clock);
        var found = new HashMap<Origin, String>();
        for (var arrival : arrivals) {
            var origin = arrival.fact().origin();
            if (!known.custodians().containsKey(origin)) {
                if (organisation.unit(origin.unitId()).isEmpty()) {
                    throw CannotApply.unknownUnit(origin.unitId());
                }
                found.put(
                        origin,
                        organisation.heir(origin.unitId(), origin.kind().objectClass(), today));
            }
        }
        return found;
    }

    private static boolean isNewer(Fact fact, Known known) {
        var before = known.facts().get(fact.id());
        return before == null || before.version() < fact.version();
    }

    private static void replace(Fact fact, Known known, Instant clockAt, Changes changes) {
        var before = known.facts().put(fact.id(), fact);
        if (before != null) {
            changes.replace(custodian(before, known), before.at(clockAt), Figures.NONE);
        }
        changes.replace(custodian(fact, known), Figures.NONE, fact.at(clockAt));
    }

    private static void tellOnce(
            Arrival arrival, Known known, Changes changes, List<Happening> newlyTold) {
        var fact = arrival.fact();
        var happening = new Happening(fact.id(), fact.version());
        if (arrival.activity() != null && known.told().add(happening)) {
            changes.tell(
                    new Activity(
                            arrival.activity(), fact.id(), custodian(fact, known), arrival.at()));
            newlyTold.add(happening);
        }
    }

    private static String custodian(Fact fact, Known known) {
        return Objects.requireNonNull(known.custodians().get(fact.origin()));
    }
}
