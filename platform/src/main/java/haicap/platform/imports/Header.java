package haicap.platform.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What is wrong with the first line of a file. */
final class Header {

    private static final String WHOLE_ROW = "";
    private static final List<String> OTHER_SEPARATORS = List.of(";", "\t", "|");

    private Header() {}

    /** One fault for a file with another separator, else one for each column. */
    static List<RowRefused> faults(List<String> header, List<String> columns) {
        for (var separator : OTHER_SEPARATORS) {
            if (header.size() == 1 && columns.size() > 1 && header.getFirst().contains(separator)) {
                return List.of(fault(WHOLE_ROW, "separator-not-comma", Map.of("seen", separator)));
            }
        }
        var wrong = new ArrayList<RowRefused>();
        for (var column : columns) {
            if (!header.contains(column)) {
                wrong.add(fault(column, "column-missing", Map.of()));
            }
        }
        var seen = new HashSet<String>();
        for (var column : header) {
            if (!columns.contains(column)) {
                wrong.add(fault(column, "column-unknown", Map.of()));
            } else if (!seen.add(column)) {
                wrong.add(fault(column, "column-twice", Map.of()));
            }
        }
        return wrong;
    }

    private static RowRefused fault(String column, String code, Map<String, ?> args) {
        return new RowRefused(1, column, code, args, true);
    }
}
