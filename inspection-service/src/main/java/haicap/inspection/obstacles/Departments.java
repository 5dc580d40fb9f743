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

    /**
     * Who is to answer: the department that was named or, without one, the function of the
     * obstacle's field, whoever performs it. Nobody answers what he raised.
     *
     * @throws Refusal 422 where that is no department in force today, where nobody performs the
     *     function, and where the unit itself would answer
     */
    String forAnswer(@Nullable String department, Obstacle obstacle) {
        require("/departmentUnitId", department);
        var toWhom = department == null ? function(obstacle.field()) : department;
        var answering = custodian(toWhom);
        if (!isDepartment(answering)) {
            throw Refusal.invalid(
                    "/departmentUnitId",
                    "field-without-department",
                    Map.of("field", obstacle.field()));
        }
        if (answering.equals(custodian(obstacle.head().unitId()))) {
            throw Refusal.invalid(
                    "/departmentUnitId", "department-raised-it", Map.of("unit", answering));
        }
        return toWhom;
    }

    private String function(Field field) {
        var today = Hanoi.today(clock);
        return organisation
                .functionFor(field.name(), today)
                .filter(function -> !organisation.holders(function.id(), today).isEmpty())
                .orElseThrow(() ->
                        Refusal.invalid(
                                "/departmentUnitId",
                                "field-without-department",
                                Map.of("field", field)))
                .id();
    }

    private String custodian(String unitId) {
        return organisation.heir(unitId, Obstacle.OBJECT_CLASS, Hanoi.today(clock));
    }

    private boolean isDepartment(String unitId) {
        var today = Hanoi.today(clock);
        return organisation
                .unit(unitId)
                .filter(unit -> unit.tier() == Tier.DEPARTMENT && unit.inForceOn(today))
                .isPresent();
    }
}
