package haicap.reporting.files;

import haicap.platform.time.Hanoi;
import haicap.reporting.figures.Figure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A crime report.
 *
 * @param open no final decision; it then lies with its custodian
 * @param dueAt when the earliest running clock that obliges the custodian ends; late from this very
 *     instant on
 * @param receivedBy null in events from before it was told: the unit that stores it
 * @param outcome the final decision, with instant and deciding unit; null before
 */
public record CrimeReport(
        Instant receivedAt,
        boolean open,
        @Nullable Instant dueAt,
        @Nullable String receivedBy,
        List<HandOver> handOvers,
        @Nullable Outcome outcome,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy)
        implements Matter {

    /** How long before its due instant a report is due soon. */
    public static final Duration SOON = Duration.ofDays(3);

    /** Which unit handed it over, and when. */
    public record HandOver(Instant at, String unitId) {

        public HandOver {
            at = Matter.micros(at);
            Objects.requireNonNull(unitId, "a hand-over is nobody's");
        }
    }

    /** How a report can end. */
    public enum Outcome {
        INSTITUTED(Figure.REPORTS_INSTITUTED_THIS_MONTH),
        REFUSED(Figure.REPORTS_REFUSED_THIS_MONTH);

        private final Figure figure;

        Outcome(Figure figure) {
            this.figure = figure;
        }
    }

    /** Events from before hand-overs were told have none. */
    public CrimeReport {
        receivedAt = Matter.micros(receivedAt);
        dueAt = Matter.microsOrNull(dueAt);
        handOvers = handOvers == null ? List.of() : List.copyOf(handOvers);
        decidedAt = Matter.microsOrNull(decidedAt);
        if (outcome != null && (decidedAt == null || decidedBy == null)) {
            throw new IllegalArgumentException("a decision without instant or unit");
        }
    }

    @Override
    public FileKind kind() {
        return FileKind.CRIME_REPORT;
    }

    @Override
    public List<Span> spans(String unitId) {
        var spans = new ArrayList<Span>();
        var day = Hanoi.dayOf(receivedAt);
        spans.add(
                new Span(
                        Figure.REPORTS_RECEIVED_TODAY,
                        receivedBy == null ? unitId : receivedBy,
                        Hanoi.startOf(day),
                        Hanoi.startOf(day.plusDays(1))));
        spans.addAll(
                Matter.openAndOverdue(open, dueAt, Figure.REPORTS_OPEN, Figure.REPORTS_OVERDUE));
        if (open && dueAt != null) {
            spans.add(new Span(Figure.REPORTS_DUE_SOON, null, dueAt.minus(SOON), dueAt));
        }
        for (var handOver : handOvers) {
            spans.add(
                    Span.inMonthOf(
                            handOver.at(),
                            Figure.REPORTS_HANDED_OVER_THIS_MONTH,
                            handOver.unitId()));
        }
        if (outcome != null && decidedAt != null && decidedBy != null) {
            spans.add(Span.inMonthOf(decidedAt, outcome.figure, decidedBy));
        }
        return spans;
    }

    @Override
    public List<String> namedUnits() {
        var handing = handOvers.stream().map(HandOver::unitId);
        return Stream.concat(handing, Stream.of(receivedBy, decidedBy).filter(Objects::nonNull))
                .toList();
    }

    /** The same, received by that unit unless an event has said by whom. */
    public CrimeReport receivedAtLeastBy(String unitId) {
        return receivedBy != null
                ? this
                : new CrimeReport(
                        receivedAt, open, dueAt, unitId, handOvers, outcome, decidedAt, decidedBy);
    }
}
