package haicap.reporting.files;

import haicap.platform.orgcopy.Function;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding of an inspection.
 *
 * @param open not verified by somebody else
 * @param ownerPostId who is to remedy it
 * @param leaderPostId who led the visit, and verifies the remedy if the staff office does not
 * @param dueAt the end of the day by which it is to be remedied; null once it is
 */
public record Finding(
        boolean open,
        @Nullable String ownerPostId,
        @Nullable String leaderPostId,
        @Nullable Instant dueAt)
        implements Counted {

    @Override
    public List<Span> spans(String unitId) {
        return Span.openAndOverdue(open, dueAt, "findingsOpen", "findingsOverdue");
    }

    @Override
    public @Nullable NextStep nextStep() {
        if (!open) {
            return null;
        }
        return dueAt == null
                ? new NextStep(Function.STAFF, leaderPostId, null, true)
                : NextStep.ofCustodian(ownerPostId, dueAt);
    }
}
