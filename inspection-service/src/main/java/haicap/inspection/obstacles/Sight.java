package haicap.inspection.obstacles;

import haicap.platform.access.Caller;
import haicap.platform.access.Reach;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who sees which obstacles: the unit that raised it (today its heir), the department that is asked,
 * and the city's command.
 */
@Component
class Sight {

    private final Reach reach;
    private final Organisation organisation;
    private final Clock clock;

    Sight(Reach reach, Organisation organisation, Clock clock) {
        this.reach = reach;
        this.organisation = organisation;
        this.clock = clock;
    }

    boolean isOfAll(Caller caller) {
        return caller.holds(Title.CITY_DIRECTOR, Title.DEPUTY_DIRECTOR);
    }

    /** Refuses with 404 what the caller may not see. */
    void require(Caller caller, Obstacle obstacle) {
        if (!isOfAll(caller) && !isAsked(caller, obstacle)) {
            reach.requireReach(
                    caller, Obstacle.KIND, obstacle.id(), obstacle.unitId(), Obstacle.OBJECT_CLASS);
        }
    }

    private boolean isAsked(Caller caller, Obstacle obstacle) {
        return Stream.ofNullable(obstacle.askedOf())
                .anyMatch(unit -> reach.reaches(caller, unit, Obstacle.OBJECT_CLASS));
    }

    /** The units under which is stored what concerns the caller, as raiser or as asked. */
    Set<String> units(Caller caller) {
        return reach.units(caller).stream()
                .map(this::stored)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    /**
     * The units under which the obstacles of a unit are stored.
     *
     * @throws Refusal 404 for a unit that there never was
     */
    Set<String> stored(String custodian) {
        if (organisation.unit(custodian).isEmpty()) {
            throw Refusal.notFound("unit", custodian);
        }
        return organisation.inCustodyOf(custodian, Obstacle.OBJECT_CLASS, Hanoi.today(clock));
    }
}
