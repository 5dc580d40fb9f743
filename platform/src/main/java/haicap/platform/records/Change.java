package haicap.platform.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value before and after, as text, of what others may know of a record; null for none. */
public record Change(@Nullable String from, @Nullable String to) {

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
                changes.put(name, new Change(text(from), text(to)));
            }
        }
        return changes;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isMissingNode() ? null : value.asString();
    }
}
