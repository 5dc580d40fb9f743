package haicap.reporting.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done next about a file, and whose turn it is.
 *
 * @param unit the unit that is to do it, or the function whose holder is; null: the custodian
 * @param postId the post that was decided on; null while nobody was
 * @param dueAt by when, exclusive; null where no clock presses
 * @param confirms whether somebody else is to confirm what was done
 */
public record NextStep(
        @Nullable String unit, @Nullable String postId, @Nullable Instant dueAt, boolean confirms) {

    /** The custodian is to go on with it. */
    static NextStep ofCustodian(@Nullable String postId, @Nullable Instant dueAt) {
        return new NextStep(null, postId, dueAt, false);
    }
}
