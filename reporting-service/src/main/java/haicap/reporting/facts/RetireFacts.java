package haicap.reporting.facts;

import haicap.platform.events.Version;
import haicap.reporting.feed.Changes;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.files.Fact;
import haicap.reporting.files.FileKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Gives up facts that their source, in a new incarnation, did not name any more: they leave the
 * figures, and nobody is alerted. What was told of them stays told.
 */
@Component
class RetireFacts {

    private final Facts facts;
    private final LivePicture picture;

    RetireFacts(Facts facts, LivePicture picture) {
        this.facts = facts;
        this.picture = picture;
    }

    /** So many at most; call it under the feed lock. */
    int retire(String topic, int incarnation, int atMost) {
        var clockAt = picture.open(Set.of()).clockAt();
        var changes = new Changes();
        var retired = new ArrayList<String>();
        facts.before(
                FileKind.toldOn(topic),
                Version.floorOf(incarnation),
                atMost,
                (fact, custodian) -> {
                    leave(fact, custodian, clockAt, changes);
                    retired.add(fact.id());
                });
        if (!retired.isEmpty()) {
            facts.remove(retired);
            picture.correct(picture.open(changes.units()), changes, clockAt);
        }
        return retired.size();
    }

    private static void leave(Fact fact, String custodian, Instant clockAt, Changes changes) {
        for (var span : fact.at(clockAt)) {
            changes.count(span.unitWhenHeldBy(custodian), span.figure(), -1);
        }
    }
}
