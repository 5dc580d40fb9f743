package haicap.reporting.files;

import haicap.reporting.figures.Figure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An obstacle that a unit raised.
 *
 * @param open not confirmed by the unit as removed
 * @param answerDueAt when the running answer clock ends; null while none runs
 */
public record Obstacle(Instant raisedAt, boolean open, @Nullable Instant answerDueAt)
        implements Matter {

    public Obstacle {
        raisedAt = Matter.micros(raisedAt);
        answerDueAt = Matter.microsOrNull(answerDueAt);
    }

    @Override
    public FileKind kind() {
        return FileKind.OBSTACLE;
    }

    @Override
    public List<Span> spans(String unitId) {
        return Matter.openAndOverdue(
                open, answerDueAt, Figure.OBSTACLES_OPEN, Figure.OBSTACLES_OVERDUE);
    }
}
