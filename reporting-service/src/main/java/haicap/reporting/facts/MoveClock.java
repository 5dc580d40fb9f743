package haicap.reporting.facts;

import haicap.platform.time.Hanoi;
import haicap.platform.writes.Writes;
import haicap.reporting.feed.Changes;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.files.Fact;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Moves the instant as of which the figures are to now, forward or back, in one commit: files whose
 * custodian became another change sides, then exactly the spans change what they contribute that
 * hold one of both instants and not the other.
 */
@Component
class MoveClock {

    private final Writes writes;
    private final Facts facts;
    private final CustodyTable custody;
    private final LivePicture picture;
    private final Custodians custodians;
    private final Clock clock;

    MoveClock(
            Writes writes,
            Facts facts,
            CustodyTable custody,
            LivePicture picture,
            Custodians custodians,
            Clock clock) {
        this.writes = writes;
        this.facts = facts;
        this.custody = custody;
        this.picture = picture;
        this.custodians = custodians;
        this.clock = clock;
    }

    /**
     * Moves it to now, as read under the lock: a holder that had been paused moves nothing back.
     */
    Instant toNow() {
        return writes.run(
                LivePicture.FEED_LOCK,
                () -> {
                    var passage =
                            new Passage(
                                    picture.open(Set.of()).clockAt(),
                                    clock.instant().truncatedTo(ChronoUnit.MICROS));
                    move(passage);
                    return passage.to();
                });
    }

    private void move(Passage passage) {
        var changes = new Changes();
        changeSides(passage, changes);
        facts.touchedBy(passage, (fact, custodian) -> pass(fact, custodian, passage, changes));
        picture.alertDuring(passage.from(), passage.to(), changes);
        if (changes.isEmpty()) {
            picture.move(passage.to());
        } else {
            picture.change(picture.open(changes.units()), changes, passage.to());
        }
    }

    private static void pass(Fact fact, String custodian, Passage passage, Changes changes) {
        for (var span : fact.spans()) {
            boolean holds = span.holds(passage.to());
            if (holds != span.holds(passage.from())) {
                changes.count(span.unitWhenHeldBy(custodian), span.figure(), holds ? 1 : -1);
            }
        }
    }

    private void changeSides(Passage passage, Changes changes) {
        var moved = new HashMap<Origin, String>();
        var day = Hanoi.dayOf(passage.to());
        for (var held : custody.all().entrySet()) {
            var origin = held.getKey();
            var heir = custodians.of(origin, day);
            if (!heir.equals(held.getValue())) {
                moved.put(origin, heir);
            }
        }
        if (!moved.isEmpty()) {
            facts.storedAt(
                    moved.keySet(),
                    (fact, before) -> handOver(fact, before, moved, passage.from(), changes));
            custody.save(moved);
        }
    }

    private static void handOver(
            Fact fact, String before, Map<Origin, String> heirs, Instant clockAt, Changes changes) {
        var heir = Objects.requireNonNull(heirs.get(Origin.of(fact)));
        for (var span : fact.at(clockAt)) {
            changes.count(span.unitWhenHeldBy(before), span.figure(), -1);
            changes.count(span.unitWhenHeldBy(heir), span.figure(), 1);
        }
    }
}
