package haicap.reporting.facts;

import haicap.platform.inbox.CannotApply;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which units may be counted for, and who has custody of what is met for the first time. */
@Component
class Custodians {

    private final Organisation organisation;
    private final Clock clock;

    Custodians(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Whether every unit that it names is known here. */
    boolean know(Arrival arrival) {
        return arrival.fact().units().stream().allMatch(u -> organisation.unit(u).isPresent());
    }

    /**
     * The custodians of origins that were never met before.
     *
     * @throws CannotApply when one of the events names a unit that is not known yet
     */
    Map<Origin, String> ofNew(List<Arrival> arrivals, Known known) {
        var today = Hanoi.today(clock);
        var found = new HashMap<Origin, String>();
        for (var arrival : arrivals) {
            for (var unit : arrival.fact().units()) {
                if (organisation.unit(unit).isEmpty()) {
                    throw CannotApply.unknownUnit(unit);
                }
            }
            var origin = Origin.of(arrival.fact());
            if (!known.custodians().containsKey(origin)) {
                found.put(origin, of(origin, today));
            }
        }
        return found;
    }

    /** Who has custody, on that day, of what is stored at an origin. */
    String of(Origin origin, LocalDate day) {
        return organisation.heir(origin.unitId(), origin.kind(), day);
    }
}
