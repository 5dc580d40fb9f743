package haicap.reporting.facts;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import haicap.reporting.files.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts as one statement takes them: an array for each of the columns of their table. */
final class FactColumns {

    static final String NAMES =
            """
            id, kind, version, unit_id, open, began_at, due_at, received_by, hand_overs, outcome,
            decided_at, decided_by, campaign_from, campaign_to
            """;

    private final List<Object[]> arrays;

    private FactColumns(List<Object[]> arrays) {
        this.arrays = arrays;
    }

    static FactColumns of(Collection<Fact> ofFiles) {
        var facts = List.copyOf(ofFiles);
        var rows = facts.stream().map(fact -> FactRow.of(fact.matter())).toList();
        return new FactColumns(
                List.of(
                        texts(facts, Fact::id),
                        texts(facts, Fact::kind),
                        facts.stream().map(Fact::version).toArray(Long[]::new),
                        texts(facts, Fact::unitId),
                        rows.stream().map(FactRow::open).toArray(Boolean[]::new),
                        texts(rows, FactRow::beganAt),
                        texts(rows, FactRow::dueAt),
                        texts(rows, FactRow::receivedBy),
                        texts(rows, FactRow::handOvers),
                        texts(rows, FactRow::outcome),
                        texts(rows, FactRow::decidedAt),
                        texts(rows, FactRow::decidedBy),
                        texts(rows, FactRow::campaignFrom),
                        texts(rows, FactRow::campaignTo)));
    }

    List<Object[]> arrays() {
        return arrays;
    }

    /** A line of CSV for each fact, in UTF-8; what is empty is quoted, what is absent is not. */
    byte[] csv() {
        var csv = new ByteArrayOutputStream();
        try (var lines = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(csv)) {
            for (int fact = 0; fact < arrays.getFirst().length; fact++) {
                lines.writeRecord(fields(fact));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toByteArray();
    }

    private @Nullable String[] fields(int fact) {
        return arrays.stream()
                .map(column -> Objects.toString(column[fact], null))
                .toArray(String[]::new);
    }

    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(row -> Objects.toString(value.apply(row), null))
                .toArray(String[]::new);
    }
}
