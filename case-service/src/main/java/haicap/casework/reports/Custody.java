package haicap.casework.reports;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.deadlines.Obliged;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Tier;
import haicap.platform.orgcopy.Title;
import haicap.platform.orgcopy.Unit;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who has which reports, and who may see them. A report is in the custody of the heir, today, of
 * the unit under which it is stored; its people see it, and so do those of the units that had it
 * before, the city's command and the office of the investigation agency.
 */
@Component
class Custody {

    private static final String INVESTIGATION_OFFICE = "pc01-";

    private final Organisation organisation;
    private final AccessScope accessScope;
    private final Clock clock;

    Custody(Organisation organisation, AccessScope accessScope, Clock clock) {
        this.organisation = organisation;
        this.accessScope = accessScope;
        this.clock = clock;
    }

    /** The unit that has the report today. */
    String custodian(String storedUnitId) {
        return accessScope.custodian(storedUnitId, CrimeReports.OBJECT_CLASS);
    }

    /**
     * The units under which the reports of a custodian are stored.
     *
     * @throws Refusal 404 for a unit that there never was
     */
    Set<String> storedUnits(String custodian) {
        if (organisation.unit(custodian).isEmpty()) {
            throw Refusal.notFound("unit", custodian);
        }
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

    /** As whom the law obliges the present custodian. */
    Obliged holderOf(CrimeReport report) {
        return holder(custodian(report.unitId()));
    }

    /** Whether the caller sees the reports of every unit. */
    boolean seesAll(Caller caller) {
        return caller.holds(Title.CITY_DIRECTOR, Title.DEPUTY_DIRECTOR)
                || caller.holds(Custody::headsInvestigationOffice);
    }

    private static boolean headsInvestigationOffice(HeldPost post) {
        return post.title() == Title.DEPARTMENT_HEAD
                && post.unitId().startsWith(INVESTIGATION_OFFICE);
    }

    /** Refuses with 404 what the caller may not see. */
    void requireSight(Caller caller, String id, Collection<String> keepers) {
        var seen =
                seesAll(caller)
                        || keepers.stream()
                                .anyMatch(keeper ->
                                        accessScope.reaches(
                                                caller, keeper, CrimeReports.OBJECT_CLASS));
        if (!seen) {
            throw Refusal.notFound(CrimeReports.KIND, id);
        }
    }
}
