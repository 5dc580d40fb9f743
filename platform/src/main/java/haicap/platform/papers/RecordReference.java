package haicap.platform.papers;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number that others gave a record.
 *
 * @param dated null where it was taken over with the record
 * @param addedByPost null where it was taken over with the record
 */
@TellsOf(Matter.RECORD)
record RecordReference(
        ReferenceSystem system,
        String number,
        @Nullable LocalDate dated,
        Instant addedAt,
        @Nullable String addedByPost) {}
