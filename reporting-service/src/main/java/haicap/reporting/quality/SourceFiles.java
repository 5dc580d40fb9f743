package haicap.reporting.quality;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source's files of one unit, in one cut.
 *
 * @param endOffsets per partition: who has passed them has heard of everything counted
 */
record SourceFiles(Map<Integer, Long> endOffsets, List<SourceFile> items) {

    record SourceFile(
            String id,
            long version,
            boolean open,
            @JsonAlias({"receivedAt", "raisedAt"}) Instant beganAt,
            @Nullable Instant dueAt) {}
}
