package haicap.specimen.repairs;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who sees which repairs, and who decides what. */
@Component
class RepairRights {

    boolean seesAll(Caller caller) {
        return caller.holds(Title.CITY_DIRECTOR);
    }

    /** The unit that is asked to do it says who does it and that it is done. */
    void requireWorkshop(Caller caller, Repair repair) {
        if (!caller.post().unitId().equals(repair.workshop())) {
            throw Refusal.forbidden("not-workshop", Map.of("id", repair.head().id()));
        }
    }
}
