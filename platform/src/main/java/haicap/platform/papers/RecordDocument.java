package haicap.platform.papers;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper of a record, by reference. It is never deleted; one that was added by mistake is
 * withdrawn.
 *
 * @param title null once the texts of the record are erased
 * @param sha256 of the file; null where nobody told it
 * @param liesAt the reference of an archive or a document system
 * @param withdrawnAt null while it counts
 * @param withdrawalReason null while it counts, and once the texts of the record are erased
 */
@TellsOf(Matter.RECORD)
record RecordDocument(
        String id,
        String number,
        LocalDate dated,
        @Nullable String title,
        @Nullable String sha256,
        String liesAt,
        Instant addedAt,
        String addedByPost,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnByPost,
        @Nullable String withdrawalReason) {}
