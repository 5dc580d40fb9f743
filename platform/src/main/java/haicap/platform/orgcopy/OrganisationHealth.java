package haicap.platform.orgcopy;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once the copy of the organisation has caught up; later staleness does not take it away. */
@Component("orgCopy")
class OrganisationHealth implements HealthIndicator {

    private final Organisation organisation;
    private volatile boolean caughtUp;

    OrganisationHealth(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public Health health() {
        caughtUp = caughtUp || !organisation.isStale();
        return (caughtUp ? Health.up() : Health.outOfService())
                .withDetail("ageMillis", organisation.age().toMillis())
                .build();
    }
}
