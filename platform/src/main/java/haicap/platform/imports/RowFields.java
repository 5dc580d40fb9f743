package haicap.platform.imports;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a row by column. All rows of a file share its columns: a table of each row's own
 * would take more memory than what the file says.
 */
final class RowFields extends AbstractMap<String, String> {

    private final Map<String, Integer> columns;
    private final String[] values;

    RowFields(Map<String, Integer> columns, String[] values) {
        this.columns = columns;
        this.values = values;
    }

    @Override
    public @Nullable String get(Object column) {
        var place = columns.get(column);
        return place == null ? null : values[place];
    }

    @Override
    public boolean containsKey(Object column) {
        return columns.containsKey(column);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        var all = new HashMap<String, String>();
        columns.forEach((column, place) -> all.put(column, values[place]));
        return all.entrySet();
    }
}
