package haicap.platform.retention;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The periods of {@code seeds/retention.csv}, which travels in the release as the law does. */
@Component
class Schedule {

    private static final String FILE = "/seeds/retention.csv";

    private final Map<String, Period> periods = read();

    /** How long a class is kept; a class that the schedule does not know is a mistake of ours. */
    Period of(RecordClass records) {
        return Objects.requireNonNull(periods.get(records.name()), records.name());
    }

    private static Map<String, Period> read() {
        var in = Objects.requireNonNull(Schedule.class.getResourceAsStream(FILE), FILE);
        try (var rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(Schedule::period)
                    .collect(Collectors.toMap(Period::recordClass, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Period period(NamedCsvRecord row) {
        return new Period(
                row.getField("class"),
                Long.parseLong(row.getField("days")),
                row.getField("how"),
                row.getField("basis"),
                row.getField("certainty"));
    }
}
