package haicap.reporting.facts;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import haicap.reporting.files.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts as texts, in the order of the columns of their table. */
final class FactTexts {

    static final String NAMES =
            """
            id, kind, version, unit_id, open, began_at, due_at, received_by, hand_overs, outcome,
            decided_at, decided_by, campaign_from, campaign_to
            """;

    private FactTexts() {}

    /** As one statement takes them: an array for each column. */
    static List<@Nullable String[]> columns(Collection<Fact> facts) {
        var rows = facts.stream().map(FactTexts::row).toList();
        var columns = new ArrayList<@Nullable String[]>();
        for (int column = 0; column < NAMES.split(",").length; column++) {
            int place = column;
            columns.add(texts(rows, row -> row[place]));
        }
        return columns;
    }

    /** A line of CSV for each, in UTF-8; what is empty is quoted, what is absent is not. */
    static byte[] csv(Collection<Fact> facts) {
        var csv = new ByteArrayOutputStream();
        try (var lines = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(csv)) {
            facts.forEach(fact -> lines.writeRecord(row(fact)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toByteArray();
    }

    private static @Nullable String[] row(Fact fact) {
        var row = FactRow.of(fact.matter());
        return new @Nullable String[] {
            fact.id(),
            fact.kind().name(),
            Long.toString(fact.version()),
            fact.unitId(),
            Boolean.toString(row.open()),
            text(row.beganAt()),
            text(row.dueAt()),
            row.receivedBy(),
            row.handOvers(),
            row.outcome(),
            text(row.decidedAt()),
            row.decidedBy(),
            text(row.campaignFrom()),
            text(row.campaignTo())
        };
    }

    /** A column of any rows. */
    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream().map(row -> text(value.apply(row))).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
