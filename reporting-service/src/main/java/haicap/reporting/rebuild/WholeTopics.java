package haicap.reporting.rebuild;

import haicap.platform.inbox.HeardReannouncements;
import haicap.platform.outbox.Topics;
import haicap.reporting.facts.Arrival;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** Whether the topics still tell of every file. */
@Component
class WholeTopics {

    private final Topics topics;
    private final HeardReannouncements reannouncements;

    WholeTopics(Topics topics, HeardReannouncements reannouncements) {
        this.topics = topics;
        this.reannouncements = reannouncements;
    }

    /**
     * Requires it: a log begins at its first record, or is compacted, or everything was named anew
     * after its beginning.
     *
     * @throws IllegalStateException when files would be dropped that only lost records tell of
     */
    void require(Map<TopicPartition, Long> begins) {
        begins.forEach((partition, begin) -> {
            if (begin > 0 && !isNamedAnewSince(partition, begin) && !isCompacted(partition)) {
                throw new IllegalStateException(
                        "%s no longer tells of every file: it begins at offset %d, and nothing was named anew since"
                                .formatted(partition, begin));
            }
        });
    }

    private boolean isNamedAnewSince(TopicPartition partition, long begin) {
        return reannouncements.isNamedAnewSince(
                Arrival.FEED, partition.topic(), partition.partition(), begin);
    }

    private boolean isCompacted(TopicPartition partition) {
        return topics.isCompacted(partition.topic());
    }
}
