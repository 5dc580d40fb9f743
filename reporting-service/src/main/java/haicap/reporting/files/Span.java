package haicap.reporting.files;

import haicap.platform.time.ReportingMonth;
import haicap.reporting.figures.Figure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time during which a file counts in a figure. A figure at an instant is the number of
 * spans that hold it, so only files with an end of a span between two instants can change what they
 * contribute.
 *
 * @param unitId the unit for which it counts, whoever has custody; null: for its custodian
 * @param from the first instant
 * @param until the first instant at which it no longer counts
 */
public record Span(Figure figure, @Nullable String unitId, Instant from, Instant until) {

    static Span always(Figure figure) {
        return new Span(figure, null, Instant.MIN, Instant.MAX);
    }

    static Span since(Instant from, Figure figure) {
        return new Span(figure, null, from, Instant.MAX);
    }

    static Span inMonthOf(Instant deed, Figure figure, String unitId) {
        var month = ReportingMonth.of(deed);
        return new Span(figure, unitId, month.from(), month.until());
    }

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** For whom it counts while that unit has custody. */
    public String unitWhenHeldBy(String custodian) {
        return unitId == null ? custodian : unitId;
    }
}
