package haicap.platform.records;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.records.CustodyTerm.Means;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who has had a record from when to when. What was passed on by decision is recorded; what acts of
 * restructuring did in between follows from lineage, day by day, as custody itself does.
 */
@Component
class CustodyTrail {

    private final RecordCustodyTable passed;
    private final Organisation organisation;
    private final Clock clock;

    CustodyTrail(RecordCustodyTable passed, Organisation organisation, Clock clock) {
        this.passed = passed;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Oldest first, without gaps. */
    List<CustodyTerm> of(Head head, String objectClass) {
        var terms = new ArrayList<CustodyTerm>();
        var from = head.openedAt();
        var by = Means.RECEIPT;
        for (var term : passed.of(head.id())) {
            follow(term.unitId(), objectClass, from, term.until(), by, terms);
            from = term.until();
            by = Means.HAND_OVER;
        }
        follow(head.unitId(), objectClass, from, null, by, terms);
        return List.copyOf(terms);
    }

    private void follow(
            String stored,
            String objectClass,
            Instant from,
            @Nullable Instant until,
            Means by,
            List<CustodyTerm> into) {
        var end = until == null ? clock.instant() : until;
        var began = from;
        var means = by;
        var keeper = organisation.heir(stored, objectClass, Hanoi.dayOf(began));
        var next = endOf(keeper);
        while (next != null && next.isAfter(began) && next.isBefore(end)) {
            into.add(new CustodyTerm(keeper, began, next, means));
            keeper = organisation.heir(stored, objectClass, Hanoi.dayOf(next));
            began = next;
            means = Means.RESTRUCTURING;
            next = endOf(keeper);
        }
        into.add(new CustodyTerm(keeper, began, until, means));
    }

    private @Nullable Instant endOf(String unitId) {
        return organisation
                .unit(unitId)
                .flatMap(unit -> Optional.ofNullable(unit.validTo()))
                .map(Hanoi::startOf)
                .orElse(null);
    }
}
