package haicap.reporting.facts;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import haicap.reporting.files.Fact;
import haicap.reporting.files.NextStep;
import haicap.reporting.files.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts as texts, in the order of the columns of their table. */
final class FactTexts {

    static final String NAMES =
            """
            id, kind, topic, version, unit_id, public, figures, units, since, until, next_at,
            previous_at, work_unit, work_post, work_due, work_confirms
            """;

    private FactTexts() {}

    /**
     * As one statement takes them: an array for each column.
     *
     * @param clockAt the instant as of which the figures are
     */
    static List<@Nullable String[]> columns(Collection<Fact> facts, Instant clockAt) {
        var rows = facts.stream().map(fact -> row(fact, clockAt)).toList();
        var columns = new ArrayList<@Nullable String[]>();
        for (int column = 0; column < NAMES.split(",").length; column++) {
            int place = column;
            columns.add(texts(rows, row -> row[place]));
        }
        return columns;
    }

    /** A line of CSV for each, in UTF-8; what is empty is quoted, what is absent is not. */
    static byte[] csv(Collection<Fact> facts, Instant clockAt) {
        var csv = new ByteArrayOutputStream();
        try (var lines = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(csv)) {
            facts.forEach(fact -> lines.writeRecord(row(fact, clockAt)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toByteArray();
    }

    private static @Nullable String[] row(Fact fact, Instant clockAt) {
        var spans = fact.spans();
        var step = fact.nextStep();
        return new @Nullable String[] {
            fact.id(),
            fact.kind(),
            fact.topic(),
            Long.toString(fact.version()),
            fact.unitId(),
            fact.publicState(),
            array(spans, span -> span.figure().publicName()),
            array(spans, Span::unitId),
            array(spans, span -> instant(span.from())),
            array(spans, span -> instant(span.until())),
            text(next(spans, clockAt)),
            text(previous(spans, clockAt)),
            step == null ? null : step.unit(),
            step == null ? null : step.postId(),
            step == null ? null : due(step),
            step == null ? null : Boolean.toString(step.confirms())
        };
    }

    /** What no clock presses comes last in every list of work. */
    private static String due(NextStep step) {
        return step.dueAt() == null ? "infinity" : step.dueAt().toString();
    }

    private static @Nullable Instant next(List<Span> spans, Instant clockAt) {
        return ends(spans)
                .filter(at -> at.isAfter(clockAt))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant previous(List<Span> spans, Instant clockAt) {
        return ends(spans)
                .filter(at -> !at.isAfter(clockAt))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The instants at which it begins or ceases to count in something. */
    private static Stream<Instant> ends(List<Span> spans) {
        return spans.stream()
                .flatMap(span -> Stream.of(span.from(), span.until()))
                .filter(at -> !at.equals(Instant.MIN) && !at.equals(Instant.MAX));
    }

    private static String array(List<Span> spans, Function<Span, @Nullable String> value) {
        return spans.stream()
                .map(value)
                .map(FactTexts::element)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(@Nullable String text) {
        return text == null ? "NULL" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String instant(Instant at) {
        if (at.equals(Instant.MIN)) {
            return "-infinity";
        }
        return at.equals(Instant.MAX) ? "infinity" : at.toString();
    }

    /** A column of any rows. */
    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream().map(row -> text(value.apply(row))).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
