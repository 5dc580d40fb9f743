package haicap.reporting.files;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding of an inspection.
 *
 * @param open not verified by somebody else
 * @param dueAt the end of the day by which it is to be remedied; null once it is
 */
public record Finding(boolean open, @Nullable Instant dueAt) implements Counted {

    @Override
    public List<Span> spans(String unitId) {
        return Span.openAndOverdue(open, dueAt, "findingsOpen", "findingsOverdue");
    }
}
