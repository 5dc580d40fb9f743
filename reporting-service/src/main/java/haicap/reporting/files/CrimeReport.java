package haicap.reporting.files;

import haicap.platform.time.Hanoi;
import haicap.reporting.figures.Figure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A crime report.
 *
 * @param open no final decision; it then lies with its custodian
 * @param dueAt when the earliest running clock that obliges the custodian ends; late from this very
 *     instant on
 * @param assignedPostId who works on it; null while nobody was decided on
 * @param outcome the final decision, with instant and deciding unit; null before
 */
public record CrimeReport(
        Instant receivedAt,
        boolean open,
        @Nullable Instant dueAt,
        @Nullable String assignedPostId,
        String receivedBy,
        List<HandOver> handOvers,
        @Nullable Outcome outcome,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy)
        implements Counted {

    /** How long before its due instant a report is due soon. */
    private static final Duration SOON = Duration.ofDays(3);

    /** Which unit handed it over, and when. */
    public record HandOver(Instant at, String unitId) {

        public HandOver {
            Objects.requireNonNull(at, "a hand-over at no time");
            Objects.requireNonNull(unitId, "a hand-over is nobody's");
        }
    }

    /** How a report can end. */
    public enum Outcome {
        INSTITUTED("reportsInstitutedThisMonth"),
        NOT_INSTITUTED("reportsNotInstitutedThisMonth");

        private final String figure;

        Outcome(String figure) {
            this.figure = figure;
        }
    }

    public CrimeReport {
        Objects.requireNonNull(receivedAt, "received at no time");
        Objects.requireNonNull(receivedBy, "received by nobody");
        handOvers = handOvers == null ? List.of() : List.copyOf(handOvers);
        if (outcome != null && (decidedAt == null || decidedBy == null)) {
            throw new IllegalArgumentException("a decision without instant or unit");
        }
    }

    @Override
    public List<Span> spans(String unitId) {
        var spans = new ArrayList<Span>();
        var day = Hanoi.dayOf(receivedAt);
        spans.add(
                new Span(
                        Figure.of("reportsReceivedToday"),
                        receivedBy,
                        Hanoi.startOf(day),
                        Hanoi.startOf(day.plusDays(1))));
        spans.addAll(Span.openAndOverdue(open, dueAt, "reportsOpen", "reportsOverdue"));
        if (open && dueAt != null) {
            spans.add(Span.between(dueAt.minus(SOON), dueAt, "reportsDueSoon"));
        }
        for (var handOver : handOvers) {
            spans.add(
                    Span.inMonthOf(handOver.at(), "reportsHandedOverThisMonth", handOver.unitId()));
        }
        if (outcome != null && decidedAt != null && decidedBy != null) {
            spans.add(Span.inMonthOf(decidedAt, outcome.figure, decidedBy));
        }
        return spans;
    }

    /** Once it is decided, what must still be sent or told. */
    @Override
    public @Nullable NextStep nextStep() {
        return open || dueAt != null ? NextStep.ofCustodian(assignedPostId, dueAt) : null;
    }
}
