package haicap.platform.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value before and after, of what others may know of a record. */
public record Change(@Nullable Object from, @Nullable Object to) {

    /** What became of which single value between two states, by name. */
    static Map<String, Change> between(Object before, Object after) {
        var was = RecordJson.tree(before);
        var is = RecordJson.tree(after);
        var names = new ArrayList<>(was.propertyNames());
        is.propertyNames().stream().filter(name -> !was.has(name)).forEach(names::add);
        var changes = new LinkedHashMap<String, Change>();
        for (var name : names) {
            var from = was.path(name);
            var to = is.path(name);
            if (!from.equals(to) && !from.isContainer() && !to.isContainer()) {
                changes.put(name, new Change(plain(from), plain(to)));
            }
        }
        return changes;
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isMissingNode()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.numberValue() : value.asString();
    }
}
