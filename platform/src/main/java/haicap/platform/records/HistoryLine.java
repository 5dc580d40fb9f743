package haicap.platform.records;

import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is shown.
 *
 * @param changes what became of which value that others may know, by name
 */
@TellsOf(Matter.RECORD)
public record HistoryLine(
        Version version,
        String action,
        Instant recordedAt,
        String byPost,
        String byOfficer,
        @Nullable String decisionNumber,
        @Nullable Instant decidedAt,
        @Nullable String ground,
        @Nullable String note,
        Map<String, Change> changes) {}
