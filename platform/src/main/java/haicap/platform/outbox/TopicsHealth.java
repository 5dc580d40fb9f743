package haicap.platform.outbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not ready while a topic of this service is known to be otherwise than declared. */
@Component("topics")
class TopicsHealth implements HealthIndicator {

    private final Topics topics;

    TopicsHealth(Topics topics) {
        this.topics = topics;
    }

    @Override
    public Health health() {
        var otherwise = topics.otherwise();
        return (otherwise.isEmpty() ? Health.up() : Health.outOfService())
                .withDetail("otherwise", otherwise)
                .build();
    }
}
