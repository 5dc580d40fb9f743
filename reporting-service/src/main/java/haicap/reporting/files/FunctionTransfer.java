package haicap.reporting.files;

import haicap.platform.orgcopy.Function;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transfer of a function to a unit. It counts in no figure.
 *
 * @param state {@code PLANNED}, {@code SIGNED}, {@code TRANSFERRED} or {@code STABILISED}
 * @param reportedAt when first results were reported; null before
 * @param dueAt by when they must be; null while no clock runs
 */
public record FunctionTransfer(
        @Nullable String state, boolean open, @Nullable Instant reportedAt, @Nullable Instant dueAt)
        implements Counted {

    @Override
    public List<Span> spans(String unitId) {
        return List.of();
    }

    /** The receiving unit verifies the hand-over and reports; the rest personnel sees to. */
    @Override
    public @Nullable NextStep nextStep() {
        if (!open) {
            return null;
        }
        boolean isReceivers = "SIGNED".equals(state) || reportedAt == null && dueAt != null;
        return isReceivers
                ? NextStep.ofCustodian(null, dueAt)
                : new NextStep(Function.PERSONNEL, null, null, false);
    }
}
