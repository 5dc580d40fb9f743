package haicap.reporting.files;

import haicap.platform.time.Moments;
import haicap.platform.time.ReportingMonth;
import haicap.reporting.figures.Figure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time during which a file counts in a figure. A figure at an instant is the number of
 * spans that hold it, so only files with an end of a span between two instants can change what they
 * contribute.
 *
 * @param unitId the unit for which it counts, whoever has custody; null: for its custodian
 * @param from the first instant, in microseconds; {@link Instant#MIN}: always before
 * @param until the first instant at which it no longer counts; {@link Instant#MAX}: never
 */
public record Span(Figure figure, @Nullable String unitId, Instant from, Instant until) {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    public Span {
        from = asKept(from);
        until = asKept(until);
    }

    /** Instants as the database keeps them; beyond years of four digits it is always or never. */
    private static Instant asKept(Instant at) {
        if (at.isBefore(FIRST)) {
            return Instant.MIN;
        }
        return at.isAfter(LAST) ? Instant.MAX : Moments.kept(at);
    }

    static Span always(String figure) {
        return between(Instant.MIN, Instant.MAX, figure);
    }

    static Span since(Instant from, String figure) {
        return between(from, Instant.MAX, figure);
    }

    static Span between(Instant from, Instant until, String figure) {
        return new Span(Figure.of(figure), null, from, until);
    }

    /** What is open is late from its due instant on. */
    static List<Span> openAndOverdue(
            boolean isOpen, @Nullable Instant dueAt, String open, String overdue) {
        if (!isOpen) {
            return List.of();
        }
        return dueAt == null ? List.of(always(open)) : List.of(always(open), since(dueAt, overdue));
    }

    /** Done by a unit, and counted in the reporting month of that instant. */
    static Span inMonthOf(Instant deed, String figure, String unitId) {
        var month = ReportingMonth.of(deed);
        return new Span(Figure.of(figure), unitId, month.from(), month.until());
    }

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** For whom it counts while that unit has custody. */
    public String unitWhenHeldBy(String custodian) {
        return unitId == null ? custodian : unitId;
    }
}
