package haicap.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import haicap.platform.privacy.Label;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Items as comma separated values (RFC 4180, UTF-8 with a byte order mark, which spreadsheets
 * want): a column for each field, under its name in JSON, also when there is no item. Several
 * values stand in one cell, separated by semicolons. A text that a spreadsheet would take for a
 * formula is preceded by an apostrophe. The last column says how the export may be handled, who had
 * it, and when; no row bears a label of its own.
 */
final class Sheet {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final JsonMapper json;
    private final List<String> columns;
    private final Clock clock;

    Sheet(JsonMapper json, Class<?> item, Clock clock) {
        this.json = json;
        this.columns = columns(item);
        this.clock = clock;
    }

    private static List<String> columns(Class<?> item) {
        return item.isRecord()
                ? Arrays.stream(item.getRecordComponents()).map(each -> each.getName()).toList()
                : List.of("value");
    }

    /** Begins a file with its header. */
    Rows into(OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        var csv = CsvWriter.builder().build(text);
        var names = new ArrayList<>(columns);
        names.add("watermark");
        csv.writeRecord(names);
        return new Rows(csv);
    }

    /** The rows of one file. */
    final class Rows {

        private final CsvWriter csv;
        private final String had = hadBy() + " " + clock.instant();

        private Rows(CsvWriter csv) {
            this.csv = csv;
        }

        void add(List<?> items) throws IOException {
            var watermark = Label.ofExport(items) + " " + had;
            items.forEach(item -> csv.writeRecord(cells(item, watermark)));
            csv.flush();
        }

        void close() throws IOException {
            csv.close();
        }
    }

    private List<String> cells(Object item, String watermark) {
        JsonNode row = json.valueToTree(item);
        var cells = new ArrayList<String>();
        for (var column : columns) {
            cells.add(unharmed(said(row.isObject() ? row.path(column) : row)));
        }
        cells.add(watermark);
        return cells;
    }

    private static String said(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(Sheet::said).collect(Collectors.joining("; "));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .filter(each -> !each.getKey().equals(Label.FIELD))
                    .map(each -> each.getKey() + ": " + said(each.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value.isNull() ? "" : value.asString("");
    }

    /** Numbers may be negative, all else that looks like a formula is a text. */
    private static String unharmed(String text) {
        return FORMULA.matcher(text).find() && !text.matches("-\\d+([.]\\d+)?") ? "'" + text : text;
    }

    private static String hadBy() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller == null ? "-" : caller.getName();
    }
}
