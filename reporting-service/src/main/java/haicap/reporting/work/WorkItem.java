package haicap.reporting.work;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done, as its source told last.
 *
 * @param number that people read and say; null where its source told none
 * @param kind such as {@code crime-report}
 * @param path where the file itself is read
 * @param unitId the unit whose matter it is today
 * @param postId the post that was decided on to do it; null while nobody was
 * @param dueAt by when, exclusive; null where no clock presses
 * @param toConfirm whether somebody else is to confirm what was done
 * @param about all that others may know of the file: the state that its events bear; no free text
 */
@TellsOf({Matter.CRIME_REPORT, Matter.VISIT, Matter.FINDING, Matter.OBSTACLE})
record WorkItem(
        String id,
        @Nullable String number,
        String kind,
        String path,
        String unitId,
        @Nullable String postId,
        @Nullable Instant dueAt,
        boolean toConfirm,
        Map<String, Object> about) {}
