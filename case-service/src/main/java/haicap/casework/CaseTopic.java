package haicap.casework;

import haicap.platform.outbox.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this service tells what happened to its files. */
@Configuration(proxyBeanMethods = false)
class CaseTopic {

    private static final int PARTITIONS = 3;

    @Bean
    Topic topicOfCases() {
        return Topic.of("haicap.case.v1", PARTITIONS);
    }
}
