package haicap.casework.reports;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who has had a report from when to when. Hand-overs are recorded; what acts of restructuring did
 * in between follows from lineage, day by day, as custody itself does.
 */
@Component
class CustodyTrail {

    /** By what a unit came to have a report. */
    enum Means {
        RECEIPT,
        HAND_OVER,
        RESTRUCTURING
    }

    /**
     * A time in which one unit had the report.
     *
     * @param until exclusive; null while it still has it
     */
    record Term(String unitId, Instant from, @Nullable Instant until, Means by) {}

    private final Organisation organisation;
    private final Clock clock;

    CustodyTrail(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Oldest first, without gaps. */
    List<Term> of(CrimeReport report) {
        var terms = new ArrayList<Term>();
        var stored = report.standing().receivedBy();
        var from = report.receivedAt();
        var by = Means.RECEIPT;
        for (var passing : report.standing().handOvers()) {
            follow(stored, from, passing.at(), by, terms);
            stored = passing.toUnitId();
            from = passing.at();
            by = Means.HAND_OVER;
        }
        follow(stored, from, null, by, terms);
        return List.copyOf(terms);
    }

    private void follow(
            String stored, Instant from, @Nullable Instant until, Means by, List<Term> into) {
        var end = until == null ? clock.instant() : until;
        var keeper = heir(stored, from);
        var next = endOf(keeper);
        while (next != null && next.isAfter(from) && next.isBefore(end)) {
            into.add(new Term(keeper, from, next, by));
            keeper = heir(stored, next);
            from = next;
            by = Means.RESTRUCTURING;
            next = endOf(keeper);
        }
        into.add(new Term(keeper, from, until, by));
    }

    private String heir(String stored, Instant at) {
        return organisation.heir(stored, CrimeReports.OBJECT_CLASS, Hanoi.dayOf(at));
    }

    private @Nullable Instant endOf(String unitId) {
        return organisation
                .unit(unitId)
                .flatMap(unit -> Optional.ofNullable(unit.validTo()))
                .map(Hanoi::startOf)
                .orElse(null);
    }
}
