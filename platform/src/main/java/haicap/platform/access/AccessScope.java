package haicap.platform.access;

import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a caller can reach through custody: a file belongs to the heir, today, of the unit under
 * which it is stored. So after a merger nobody waits for a batch. Safe for all threads.
 */
@Component
public class AccessScope {

    private final Organisation organisation;
    private final Clock clock;

    AccessScope(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The unit that has custody now of what is stored under a unit. */
    public String custodian(String storedUnitId, String objectClass) {
        return organisation.heir(storedUnitId, objectClass, Hanoi.today(clock));
    }

    /** The units in which the caller serves now. */
    public Set<String> units(Caller caller) {
        return caller.counting().stream().map(HeldPost::unitId).collect(Collectors.toSet());
    }

    /** Whether the file is in the custody of a unit in which the caller serves. */
    public boolean reaches(Caller caller, String storedUnitId, String objectClass) {
        return units(caller).contains(custodian(storedUnitId, objectClass));
    }

    /** Refuses with 404, as if the thing were absent, what the caller does not reach. */
    public void requireReach(
            Caller caller, String kind, String id, String storedUnitId, String objectClass) {
        if (!reaches(caller, storedUnitId, objectClass)) {
            throw Refusal.notFound(kind, id);
        }
    }

    /**
     * Decisions need posts that are known to be true now; refuses with 503 while neither the copy
     * nor org-structure can say.
     */
    public void requireVerified(Caller caller) {
        if (!caller.isSystem() && !caller.verified()) {
            throw Refusal.unavailable("organisation-unknown", Duration.ofSeconds(5));
        }
    }
}
