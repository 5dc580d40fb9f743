package haicap.platform.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell the other services about one aggregate. Neither {@code happened} nor {@code
 * state} holds free text of a file.
 *
 * @param topic where it is told
 * @param key the aggregate's id
 * @param aggregate what it is, such as {@code CrimeReport}: consumers go by it, exactly
 * @param type CloudEvents type, such as {@code haicap.case.CrimeReportReceived.v1}
 * @param unit id of the unit whose matter it is
 * @param counter the aggregate's new version within this database
 * @param at when it happened, in domain time
 * @param happened what happened, told once; null when only the state is announced anew
 * @param state the whole public state of the aggregate after it
 * @param partition where it lies in the topic; null for where its key belongs
 */
public record OutboundEvent(
        String topic,
        String key,
        String aggregate,
        String type,
        String unit,
        long counter,
        Instant at,
        @Nullable Object happened,
        Object state,
        @Nullable Integer partition) {

    /** Of an aggregate, which lies where its key belongs. */
    public OutboundEvent(
            String topic,
            String key,
            String aggregate,
            String type,
            String unit,
            long counter,
            Instant at,
            @Nullable Object happened,
            Object state) {
        this(topic, key, aggregate, type, unit, counter, at, happened, state, null);
    }

    /** The same in exactly this partition. */
    public OutboundEvent toPartition(int exactly) {
        return new OutboundEvent(
                topic, key, aggregate, type, unit, counter, at, happened, state, exactly);
    }
}
