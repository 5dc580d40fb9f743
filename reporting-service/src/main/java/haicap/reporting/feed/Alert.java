package haicap.reporting.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at.
 *
 * @param type {@code unit-silent}, {@code first-overdue}, {@code message-parked} or {@code
 *     events-missed}
 * @param subject the unit, the file whose message was parked, or the topic
 * @param unitId the unit whose matter it is; of messages and topics that of the city
 * @param at the instant as of which the figures are
 * @param since when a silent unit was last heard of, or the loss was found
 * @param messages how many were parked at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Alert(
        String type,
        String subject,
        String unitId,
        Instant at,
        @Nullable Instant since,
        @Nullable Integer messages) {

    static Alert unitSilent(String unitId, Instant at, Instant since) {
        return new Alert("unit-silent", unitId, unitId, at, since, null);
    }

    static Alert firstOverdue(String unitId, Instant at) {
        return new Alert("first-overdue", unitId, unitId, at, null, null);
    }

    static Alert eventsMissed(String topic, String cityId, Instant at, Instant since) {
        return new Alert("events-missed", topic, cityId, at, since, null);
    }

    static Alert messagesParked(String subject, String cityId, Instant at, int messages) {
        return new Alert("message-parked", subject, cityId, at, null, messages);
    }
}
