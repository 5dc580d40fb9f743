package haicap.reporting.facts;

import haicap.platform.events.Version;
import haicap.reporting.feed.Changes;
import haicap.reporting.feed.LivePicture;
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
    private final OriginSums sums;
    private final LivePicture picture;

    RetireFacts(Facts facts, OriginSums sums, LivePicture picture) {
        this.facts = facts;
        this.sums = sums;
        this.picture = picture;
    }

    /** So many at most; call it under the feed lock. */
    int retire(String topic, int incarnation, int atMost) {
        var clockAt = picture.open(Set.of()).clockAt();
        var changes = new Changes();
        var tally = new Tally(changes);
        var retired = new ArrayList<String>();
        facts.before(
                topic,
                Version.floorOf(incarnation),
                atMost,
                (fact, custodian) -> {
                    tally.count(fact, custodian, clockAt, -1);
                    retired.add(fact.id());
                });
        if (!retired.isEmpty()) {
            facts.remove(retired);
            sums.add(tally.sums());
            picture.correct(picture.open(changes.units()), changes, clockAt);
        }
        return retired.size();
    }
}
