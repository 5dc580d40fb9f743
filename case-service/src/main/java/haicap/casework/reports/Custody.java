package haicap.casework.reports;

import haicap.platform.access.Caller;
import haicap.platform.access.Reach;
import haicap.platform.deadlines.Obliged;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Tier;
import haicap.platform.orgcopy.Title;
import haicap.platform.orgcopy.Unit;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may see and command which reports. A report is in the custody of the heir, today, of the unit
 * that received it; its people see it, and so do the city's command and the office of the
 * investigation agency.
 */
@Component
class Custody {

    private static final String INVESTIGATION_OFFICE = "pc01-";

    private final Organisation organisation;
    private final Reach reach;
    private final Clock clock;

    Custody(Organisation organisation, Reach reach, Clock clock) {
        this.organisation = organisation;
        this.reach = reach;
        this.clock = clock;
    }

    /** The unit that has the report today. */
    String custodian(String storedUnitId) {
        return reach.custodian(storedUnitId, CrimeReports.OBJECT_CLASS);
    }

    /** The units under which the reports of a custodian are stored. */
    Set<String> storedUnits(String custodian) {
        return organisation.inCustodyOf(custodian, CrimeReports.OBJECT_CLASS, Hanoi.today(clock));
    }

    /**
     * As whom the law obliges the unit. One that the copy does not know yet counts as a commune:
     * intake is never refused, and a commune's limits are the shorter ones.
     */
    Obliged holder(String unitId) {
        var tier = organisation.unit(unitId).map(Unit::tier).orElse(Tier.COMMUNE);
        return switch (tier) {
            case COMMUNE -> Obliged.COMMUNE;
            case CITY, DEPARTMENT, DISTRICT -> Obliged.INVESTIGATION_BODY;
        };
    }

    /** Whether the caller sees the reports of every unit. */
    boolean seesAll(Caller caller) {
        return caller.holds(Title.CITY_DIRECTOR, Title.DEPUTY_DIRECTOR)
                || caller.holds(Title.DEPARTMENT_HEAD)
                        && reach.units(caller).stream()
                                .anyMatch(unit -> unit.startsWith(INVESTIGATION_OFFICE));
    }

    /** Refuses with 404 what the caller may not see. */
    void requireSight(Caller caller, String id, String storedUnitId) {
        if (!seesAll(caller)) {
            reach.requireReach(
                    caller, CrimeReports.KIND, id, storedUnitId, CrimeReports.OBJECT_CLASS);
        }
    }

    /**
     * The custodian of a report that the caller commands.
     *
     * @throws Refusal 404 for what the caller may not see, 403 for what another commands, 503 while
     *     nobody can say which posts the caller holds
     */
    String commandedBy(Caller caller, String id, String storedUnitId) {
        requireSight(caller, id, storedUnitId);
        reach.requireVerified(caller);
        var custodian = custodian(storedUnitId);
        var post = caller.post();
        if (!post.unitId().equals(custodian) || !commands(post.title())) {
            throw Refusal.forbidden(
                    "not-commander", Map.of("id", id, "unit", custodian, "post", post.postId()));
        }
        return custodian;
    }

    private static boolean commands(Title title) {
        return switch (title) {
            case CITY_DIRECTOR,
                    DEPUTY_DIRECTOR,
                    DEPARTMENT_HEAD,
                    DISTRICT_CHIEF,
                    COMMUNE_CHIEF,
                    COMMUNE_DEPUTY ->
                    true;
            case DUTY_OFFICER -> false;
        };
    }

    /** Refuses with 422 a post that is not the unit's or that nobody holds now. */
    void requireAssignable(String postId, String custodian, Instant now) {
        var ofUnit =
                organisation
                        .post(postId)
                        .filter(post -> post.unitId().equals(custodian))
                        .isPresent();
        if (!ofUnit) {
            throw Refusal.invalid(
                    "/postId", "post-of-other-unit", Map.of("post", postId, "unit", custodian));
        }
        if (!organisation.isHeld(postId, now)) {
            throw Refusal.invalid("/postId", "post-vacant", Map.of("post", postId));
        }
    }
}
