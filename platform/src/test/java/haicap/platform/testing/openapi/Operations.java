package haicap.platform.testing.openapi;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What code does not say of an operation: its name for generated clients, its title in both
 * languages, the status of its success, and whether it shows or asks for a version. One line an
 * operation in {@code src/test/resources/openapi/operations.csv} of each service.
 */
final class Operations {

    static final Path FILE = Path.of("src/test/resources/openapi/operations.csv");

    /**
     * One operation.
     *
     * @param version {@code shown} as ETag, {@code asked} for in If-Match and shown, or nothing
     */
    record Line(String name, String status, String version, String english, String vietnamese) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();

    private Operations() {}

    static Operations read() {
        var operations = new Operations();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            csv.forEach(row ->
                    operations.lines.put(
                            row.getField("method") + " " + row.getField("path"),
                            new Line(
                                    row.getField("name"),
                                    row.getField("status"),
                                    row.getField("version"),
                                    row.getField("english"),
                                    row.getField("vietnamese"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return operations;
    }

    Line of(String operation) {
        var line = lines.get(operation);
        if (line == null) {
            throw new IllegalStateException("no line for " + operation + " in " + FILE);
        }
        return line;
    }

    Set<String> all() {
        return Set.copyOf(lines.keySet());
    }
}
