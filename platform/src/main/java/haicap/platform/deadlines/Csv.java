package haicap.platform.deadlines;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a seed file that travels in the jar. */
final class Csv {

    private Csv() {}

    static List<NamedCsvRecord> onClasspath(String resource) {
        var in = Csv.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is not in the jar");
        }
        try (var rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
