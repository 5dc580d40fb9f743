package haicap.platform.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The kinds of work, what is counted of them and what is told of them: {@code seeds/catalogue.csv},
 * which travels in the release as the law does and from which the wall takes its words. In the
 * order of the file. Immutable.
 */
public final class Catalogue {

    private static final String FILE = "/seeds/catalogue.csv";
    private static final Map<Kind, Map<String, Entry>> ENTRIES = read();

    private enum Kind {
        KIND,
        FIGURE,
        ACTIVITY
    }

    /**
     * One line.
     *
     * @param isLate whether it counts what should have been done by now; of figures only
     * @param prefix with which the ids of its records begin; of kinds only
     */
    public record Entry(
            String code, boolean isLate, String vietnamese, String english, String prefix) {}

    private Catalogue() {}

    /** The kinds of work by code, such as {@code crime-report}. */
    public static Map<String, Entry> kinds() {
        return ENTRIES.getOrDefault(Kind.KIND, Map.of());
    }

    /** What is counted, by public name. */
    public static Map<String, Entry> figures() {
        return ENTRIES.getOrDefault(Kind.FIGURE, Map.of());
    }

    /** What is told that it happened, by type. */
    public static Map<String, Entry> activities() {
        return ENTRIES.getOrDefault(Kind.ACTIVITY, Map.of());
    }

    private static Map<Kind, Map<String, Entry>> read() {
        var in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(FILE), FILE);
        var entries = new LinkedHashMap<Kind, Map<String, Entry>>();
        try (var rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> add(row, entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static void add(NamedCsvRecord row, Map<Kind, Map<String, Entry>> entries) {
        var kind = Kind.valueOf(row.getField("entry"));
        var entry =
                new Entry(
                        row.getField("code"),
                        Boolean.parseBoolean(row.getField("late")),
                        row.getField("name_vi"),
                        row.getField("name_en"),
                        row.getField("id_prefix"));
        var before =
                entries.computeIfAbsent(kind, each -> new LinkedHashMap<>())
                        .putIfAbsent(entry.code(), entry);
        if (before != null) {
            throw new IllegalStateException(FILE + " has " + entry.code() + " twice");
        }
    }
}
