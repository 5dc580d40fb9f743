package haicap.reporting.files;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An obstacle that a unit raised.
 *
 * @param open not confirmed by the unit as removed
 * @param answerDueAt when the running answer clock ends; null while none runs
 */
public record Obstacle(boolean open, @Nullable Instant answerDueAt) implements Counted {

    @Override
    public List<Span> spans(String unitId) {
        return Span.openAndOverdue(open, answerDueAt, "obstaclesOpen", "obstaclesOverdue");
    }
}
