package haicap.reporting.feed;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who may watch what: the city's command everything, a unit's people their own unit. */
@Component
class Watching {

    private static final String CITY_SCOPE = "feed.city";

    private final Organisation organisation;

    Watching(Organisation organisation) {
        this.organisation = organisation;
    }

    boolean mayWatch(Caller caller, Audience audience) {
        var unit = audience.unitId();
        return caller.hasScope(CITY_SCOPE)
                || caller.holds(Title.CITY_DIRECTOR, Title.DEPUTY_DIRECTOR, Title.DEPARTMENT_HEAD)
                || caller.holds(post -> post.unitId().equals(unit));
    }

    /** Refuses the city with 403, and with 404 a unit that is unknown or another's. */
    void require(Caller caller, Audience audience) {
        var unit = audience.unitId();
        if (unit == null) {
            if (!mayWatch(caller, audience)) {
                throw Refusal.forbidden("city-feed-not-allowed", Map.of());
            }
        } else if (organisation.unit(unit).isEmpty() || !mayWatch(caller, audience)) {
            throw Refusal.notFound("feed", unit);
        }
    }
}
