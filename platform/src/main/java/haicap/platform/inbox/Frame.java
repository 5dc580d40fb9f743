package haicap.platform.inbox;

import haicap.platform.events.InboundEvent;
import haicap.platform.events.Version;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a re-announcement begins or ends in a partition. Between the two, the source names every
 * aggregate that it has.
 *
 * @param version the source's incarnation, and which of its re-announcements this is
 * @param partitions how many partitions the topic has: it is framed in each
 */
record Frame(
        String topic, int partition, long offset, boolean isEnd, Version version, int partitions) {

    private static final String BEGAN = "haicap.platform.ReannouncementBegan.v1";
    private static final String ENDED = "haicap.platform.ReannouncementEnded.v1";

    private record State(int partitions) {}

    /**
     * Reads it.
     *
     * @throws CannotApply when it is neither beginning nor end
     */
    static Frame of(InboundEvent event, ConsumerRecord<?, ?> record) {
        var type = event.type();
        if (!type.equals(BEGAN) && !type.equals(ENDED)) {
            throw new CannotApply("unknown frame " + type);
        }
        return new Frame(
                record.topic(),
                record.partition(),
                record.offset(),
                type.equals(ENDED),
                event.version(),
                event.state(State.class).partitions());
    }
}
