package haicap.org.imports;

import java.util.List;
import java.util.Map;

/** A file as it was read: its rows, or what keeps it from being read. */
record CsvFile(List<Row> rows, List<RowRefused> refusals) {

    private static final String WHOLE_ROW = "";

    static CsvFile unreadable(long line, String code, Map<String, ?> args) {
        return new CsvFile(List.of(), List.of(new RowRefused(line, WHOLE_ROW, code, args)));
    }
}
