package haicap.reporting.files;

import haicap.platform.orgcopy.Function;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An obstacle that a unit raised.
 *
 * @param state {@code RAISED}, {@code TRIAGED}, {@code ANSWERED} or {@code CONFIRMED}
 * @param open not confirmed by the unit as removed
 * @param departmentUnitId which department is to answer; null before triage
 * @param functionId the function whose holder is to answer, where no department was named
 * @param answerDueAt when the running answer clock ends; null while none runs
 */
public record Obstacle(
        @Nullable String state,
        boolean open,
        @Nullable String departmentUnitId,
        @Nullable String functionId,
        @Nullable Instant answerDueAt)
        implements Counted {

    @Override
    public List<Span> spans(String unitId) {
        return Span.openAndOverdue(open, answerDueAt, "obstaclesOpen", "obstaclesOverdue");
    }

    /** The staff office names a department, which answers, and the unit confirms. */
    @Override
    public @Nullable NextStep nextStep() {
        if (!open) {
            return null;
        }
        if ("ANSWERED".equals(state)) {
            return new NextStep(null, null, null, true);
        }
        return new NextStep(toWhom(), null, answerDueAt, false);
    }

    private String toWhom() {
        if (departmentUnitId != null) {
            return departmentUnitId;
        }
        return functionId == null ? Function.STAFF : functionId;
    }
}
