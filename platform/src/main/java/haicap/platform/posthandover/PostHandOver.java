package haicap.platform.posthandover;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.util.List;

/**
 * What was handed over, or would be.
 *
 * @param dryRun whether nothing was done
 * @param records what was open and decided on the post, or waited for it
 * @param leftBehind how many such records there are still
 */
@TellsOf(Matter.RECORD)
record PostHandOver(
        String fromPostId,
        String toPostId,
        boolean dryRun,
        List<HandedOver> records,
        int leftBehind) {

    /** A record that goes to the other post. */
    record HandedOver(String kind, String id) {}
}
