package haicap.platform.outbox;

import haicap.platform.events.OutboundEvent;
import java.time.Instant;

/**
 * The two ends of a re-announcement, as records of the topic: one of each in every partition, under
 * a key of its own, so that a compacted topic keeps the newest.
 */
enum Frame {
    BEGAN("reannouncement-began", "haicap.platform.ReannouncementBegan.v1"),
    ENDED("reannouncement-ended", "haicap.platform.ReannouncementEnded.v1");

    private static final String AGGREGATE = "Reannouncement";

    /** No unit's matter. */
    private static final String UNIT = "-";

    private final String key;
    private final String type;

    Frame(String key, String type) {
        this.key = key;
        this.type = type;
    }

    /**
     * What a frame says.
     *
     * @param number of the re-announcement, rising
     * @param partitions of the topic: so many frames belong together
     */
    record State(
            int incarnation,
            long number,
            String topic,
            int partition,
            int partitions,
            Instant requestedAt) {}

    OutboundEvent on(
            Topic topic, int partition, int incarnation, long number, Instant requestedAt) {
        var state =
                new State(
                        incarnation,
                        number,
                        topic.name(),
                        partition,
                        topic.partitions(),
                        requestedAt);
        return new OutboundEvent(
                        topic.name(),
                        key,
                        AGGREGATE,
                        type,
                        UNIT,
                        number,
                        Instant.now(),
                        null,
                        state)
                .toPartition(partition);
    }
}
