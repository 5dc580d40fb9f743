package haicap.reporting.feed;

import haicap.platform.outbox.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed for other systems: one partition for ever, because the feed is one order. */
@Configuration(proxyBeanMethods = false)
class FeedTopic {

    static final String NAME = "haicap.feed.v1";

    @Bean
    Topic topicOfTheFeed() {
        return Topic.of(NAME, 1);
    }
}
