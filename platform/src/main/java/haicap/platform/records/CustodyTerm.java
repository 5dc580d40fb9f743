package haicap.platform.records;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which one unit had a record.
 *
 * @param until exclusive; null while it still has it
 */
@TellsOf(Matter.RECORD)
public record CustodyTerm(String unitId, Instant from, @Nullable Instant until, Means by) {

    /** By what a unit came to have it. */
    public enum Means {
        RECEIPT,
        HAND_OVER,
        RESTRUCTURING
    }
}
