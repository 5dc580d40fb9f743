package haicap.acceptance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measurements as a table for people and as a file for machines. */
final class Report {

    private static final Path RESULTS = Path.of("bench", "results");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<Measurement> measurements;

    Report(List<Measurement> measurements) {
        this.measurements = measurements;
    }

    void print(PrintStream out) {
        var first = measurements.getFirst();
        out.printf(
                "%n%s · trung vị của %d lần · median of %d runs · load %s%n",
                first.name(), first.runs(), first.runs(), first.load());
        out.printf("%-62s %10s %10s %8s  %-15s %s%n", "", "ours", "floor", "ratio", "aim", "unit");
        for (var measured : measurements) {
            out.printf(
                    "%-62s %10s %10s %8s  %-15s %s%s%n",
                    measured.measure(),
                    number(measured.ours()),
                    number(measured.floor()),
                    number(measured.ratio()),
                    measured.aim(),
                    measured.unit(),
                    measured.met() ? "" : "   MISSED");
        }
    }

    Path write() throws IOException {
        var name = measurements.getFirst().name();
        Files.createDirectories(RESULTS);
        var file = RESULTS.resolve("%s-%s.json".formatted(name, STAMP.format(Instant.now())));
        Files.writeString(file, JSON.writeValueAsString(measurements) + "\n");
        return file;
    }

    private static String number(@org.jspecify.annotations.Nullable Double value) {
        if (value == null) {
            return "";
        }
        return value == Math.rint(value)
                ? "%d".formatted(Math.round(value))
                : "%.3g".formatted(value);
    }
}
