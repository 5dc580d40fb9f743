package haicap.inspection;

import haicap.platform.outbox.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this service tells what happened. */
@Configuration(proxyBeanMethods = false)
class InspectionTopic {

    private static final int PARTITIONS = 3;

    @Bean
    Topic ownTopic() {
        return Topic.of("haicap.inspection.v1", PARTITIONS);
    }
}
