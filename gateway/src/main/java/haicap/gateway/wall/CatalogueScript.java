package haicap.gateway.wall;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import haicap.gateway.pages.PublicFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue as a module of the page: what kinds of work, figures and activities are called in
 * both languages, and which figures count what is late.
 */
final class CatalogueScript {

    private static final String FILE = "seeds/catalogue.csv";

    private final Map<String, List<String>> kinds = new LinkedHashMap<>();
    private final Map<String, List<String>> figures = new LinkedHashMap<>();
    private final Map<String, List<String>> activities = new LinkedHashMap<>();
    private final List<String> late = new ArrayList<>();

    private CatalogueScript() {}

    static byte[] ofSeeds() {
        var script = new CatalogueScript();
        var seed = new String(PublicFile.bytes(FILE), StandardCharsets.UTF_8);
        for (var row : CsvReader.builder().ofNamedCsvRecord(seed)) {
            script.add(row);
        }
        return script.text().getBytes(StandardCharsets.UTF_8);
    }

    private void add(NamedCsvRecord row) {
        var code = row.getField("code");
        var names = List.of(row.getField("name_vi"), row.getField("name_en"));
        switch (row.getField("entry")) {
            case "FIGURE" -> {
                figures.put(code, names);
                if (Boolean.parseBoolean(row.getField("late"))) {
                    late.add(code);
                }
            }
            case "KIND" -> kinds.put(code, names);
            case "ACTIVITY" -> activities.put(code, names);
            default -> throw new IllegalStateException(FILE + ": no such entry: " + row);
        }
    }

    private String text() {
        var json = JsonMapper.shared();
        return """
        export const KINDS = %s;
        export const FIGURES = %s;
        export const LATE = %s;
        export const ACTIVITIES = %s;
        """
                .formatted(
                        json.writeValueAsString(kinds),
                        json.writeValueAsString(figures),
                        json.writeValueAsString(late),
                        json.writeValueAsString(activities));
    }
}
