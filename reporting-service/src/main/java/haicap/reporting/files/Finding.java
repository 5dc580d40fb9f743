package haicap.reporting.files;

import haicap.reporting.figures.Figure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding of an inspection.
 *
 * @param open not verified by somebody else
 * @param dueAt the end of the day by which it is to be remedied; null once it is
 */
public record Finding(Instant recordedAt, boolean open, @Nullable Instant dueAt) implements Matter {

    public Finding {
        recordedAt = Matter.micros(recordedAt);
        dueAt = Matter.microsOrNull(dueAt);
    }

    @Override
    public FileKind kind() {
        return FileKind.FINDING;
    }

    @Override
    public List<Span> spans(String unitId) {
        return Matter.openAndOverdue(open, dueAt, Figure.FINDINGS_OPEN, Figure.FINDINGS_OVERDUE);
    }
}
