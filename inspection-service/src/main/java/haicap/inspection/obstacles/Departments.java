package haicap.inspection.obstacles;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Tier;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The departments of the city command, who can be asked to remove an obstacle. */
@Component
class Departments {

    private final Organisation organisation;
    private final Clock clock;

    Departments(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Refuses with 422 a unit that is no department in force today; nobody is nobody. */
    void require(String pointer, @Nullable String unitId) {
        if (unitId != null && !isDepartment(unitId)) {
            throw Refusal.invalid(pointer, "not-a-department", Map.of("unit", unitId));
        }
    }

    /** The same for one that is to answer, which does not raise what it answers. */
    void requireAnother(String pointer, String unitId, String raisingUnitId) {
        require(pointer, unitId);
        var raising = organisation.heir(raisingUnitId, Obstacle.OBJECT_CLASS, Hanoi.today(clock));
        if (unitId.equals(raising)) {
            throw Refusal.invalid(pointer, "department-raised-it", Map.of("unit", unitId));
        }
    }

    private boolean isDepartment(String unitId) {
        var today = Hanoi.today(clock);
        return organisation
                .unit(unitId)
                .filter(unit -> unit.tier() == Tier.DEPARTMENT && unit.inForceOn(today))
                .isPresent();
    }
}
