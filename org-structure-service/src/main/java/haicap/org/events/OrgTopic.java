package haicap.org.events;

import haicap.platform.outbox.Topic;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The topic of the organisation: one partition, so that a heartbeat comes after all told before it;
 * compacted, so that a new copy reads the present and not the past. Short segments let the log
 * forget old heartbeats. Records have a topic of their own, as in every other service.
 */
@Configuration(proxyBeanMethods = false)
class OrgTopic {

    private static final int PARTITIONS_OF_RECORDS = 3;

    @Bean
    Topic organisationTopic() {
        return new Topic(
                OrgNews.TOPIC,
                1,
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", "600000",
                        "min.cleanable.dirty.ratio", "0.3"));
    }

    @Bean
    Topic topicOfRecords() {
        return Topic.of(RecordsTopic.NAME, PARTITIONS_OF_RECORDS);
    }
}
