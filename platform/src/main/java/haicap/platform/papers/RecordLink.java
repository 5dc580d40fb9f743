package haicap.platform.papers;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;

/**
 * A link of a record, as its readers see it from there.
 *
 * @param outgoing whether the record names the other one; else the other one names it
 * @param recordId the other record
 * @param kind of the other record
 */
@TellsOf(Matter.RECORD)
record RecordLink(
        String id,
        LinkType type,
        boolean outgoing,
        String recordId,
        String kind,
        String decisionNumber,
        Instant decidedAt,
        Instant madeAt,
        String madeByPost) {}
