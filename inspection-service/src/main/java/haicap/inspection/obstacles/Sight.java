package haicap.inspection.obstacles;

import haicap.inspection.custody.Custody;
import haicap.platform.access.Caller;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who sees which obstacles: the unit that raised it (today its heir), the department that is asked
 * or made responsible, the city's command and its staff office.
 */
@Component
class Sight {

    private final Custody custody;

    Sight(Custody custody) {
        this.custody = custody;
    }

    boolean isOfAll(Caller caller) {
        return custody.seesAll(caller);
    }

    /** Refuses with 404 what the caller may not see. */
    void require(Caller caller, Obstacle obstacle) {
        if (!isAsked(caller, obstacle)) {
            custody.requireSight(
                    caller, Obstacle.KIND, obstacle.id(), obstacle.unitId(), Obstacle.OBJECT_CLASS);
        }
    }

    /** The same, and with 503 a caller whose posts nobody can tell now. */
    void requireToDecide(Caller caller, Obstacle obstacle) {
        require(caller, obstacle);
        custody.requireVerified(caller);
    }

    private boolean isAsked(Caller caller, Obstacle obstacle) {
        return Stream.concat(
                        Stream.ofNullable(obstacle.askedOf()),
                        Stream.ofNullable(obstacle.departmentUnitId()))
                .anyMatch(unit -> custody.reaches(caller, unit, Obstacle.OBJECT_CLASS));
    }

    /** The units under which is stored what concerns the caller, as raiser or as asked. */
    Set<String> units(Caller caller) {
        return custody.storedFor(caller, Obstacle.OBJECT_CLASS);
    }

    /** The units under which the obstacles of a unit are stored; 404 for no unit. */
    Set<String> stored(String custodian) {
        return custody.stored(custodian, Obstacle.OBJECT_CLASS);
    }
}
