package haicap.reporting.files;

import haicap.reporting.figures.Figure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a file is about, as far as figures depend on it. Components are named as in the events and
 * the recounts that it is read from.
 */
public sealed interface Matter permits CrimeReport, Visit, Finding, Obstacle {

    FileKind kind();

    /**
     * When and where it counts.
     *
     * @param unitId the unit under which its source stores it
     */
    List<Span> spans(String unitId);

    /** The units that it names itself: besides the one that stores it no other counts it. */
    default List<String> namedUnits() {
        return List.of();
    }

    /** As the database keeps it. */
    static Instant micros(@Nullable Instant at) {
        return Objects.requireNonNull(at, "an instant is missing").truncatedTo(ChronoUnit.MICROS);
    }

    /** As the database keeps it. */
    static @Nullable Instant microsOrNull(@Nullable Instant at) {
        return at == null ? null : micros(at);
    }

    /** What is open is late from its due instant on. */
    static List<Span> openAndOverdue(
            boolean isOpen, @Nullable Instant dueAt, Figure open, Figure overdue) {
        if (!isOpen) {
            return List.of();
        }
        return dueAt == null
                ? List.of(Span.always(open))
                : List.of(Span.always(open), Span.since(dueAt, overdue));
    }
}
