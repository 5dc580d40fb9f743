package haicap.inspection.custody;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whose a file is today: that of the heir of the unit under which it is stored. The city's command
 * and its staff office see the files of all units. Safe for all threads.
 */
@Component
public class Custody {

    private static final String STAFF_OFFICE = "pv01-";

    private final Organisation organisation;
    private final AccessScope accessScope;
    private final Clock clock;

    Custody(Organisation organisation, AccessScope accessScope, Clock clock) {
        this.organisation = organisation;
        this.accessScope = accessScope;
        this.clock = clock;
    }

    /** Whether the caller sees the files of every unit. */
    public boolean seesAll(Caller caller) {
        return caller.holds(Title.CITY_DIRECTOR, Title.DEPUTY_DIRECTOR)
                || caller.holds(Custody::headsStaffOffice);
    }

    /** Whether the caller acts as the head of the staff office. */
    public boolean actsAsStaff(Caller caller) {
        return headsStaffOffice(caller.post());
    }

    /** Refuses with 403 whoever is not the head of the staff office. */
    public void requireStaff(Caller caller) {
        if (!actsAsStaff(caller)) {
            throw Refusal.forbidden("not-staff-office", Map.of("post", caller.post().postId()));
        }
    }

    private static boolean headsStaffOffice(HeldPost post) {
        return post.title() == Title.DEPARTMENT_HEAD && post.unitId().startsWith(STAFF_OFFICE);
    }

    /** The unit whose matter it is today. */
    public String custodian(String storedUnitId, String objectClass) {
        return accessScope.custodian(storedUnitId, objectClass);
    }

    /** Whether the post from which the caller acts belongs to the unit whose matter it is today. */
    public boolean actsFor(Caller caller, String storedUnitId, String objectClass) {
        return caller.post().unitId().equals(custodian(storedUnitId, objectClass));
    }

    /** Whether the caller serves in the unit whose matter it is today. */
    public boolean reaches(Caller caller, String storedUnitId, String objectClass) {
        return accessScope.reaches(caller, storedUnitId, objectClass);
    }

    /** Refuses with 503 while nobody can say which posts the caller holds. */
    public void requireVerified(Caller caller) {
        accessScope.requireVerified(caller);
    }

    /** Refuses with 404 what is neither the caller's unit's matter nor the caller's to oversee. */
    public void requireSight(
            Caller caller, String kind, String id, String storedUnitId, String objectClass) {
        if (!seesAll(caller)) {
            accessScope.requireReach(caller, kind, id, storedUnitId, objectClass);
        }
    }

    /** The units under which is stored what is the matter of the caller's units today. */
    public Set<String> storedFor(Caller caller, String objectClass) {
        return accessScope.units(caller).stream()
                .map(unit -> stored(unit, objectClass))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    /**
     * The units under which the files of a custodian are stored.
     *
     * @throws Refusal 404 for a unit that there never was
     */
    public Set<String> stored(String custodian, String objectClass) {
        if (organisation.unit(custodian).isEmpty()) {
            throw Refusal.notFound("unit", custodian);
        }
        return organisation.inCustodyOf(custodian, objectClass, Hanoi.today(clock));
    }
}
