package haicap.casework.reports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of which value between two versions of a report, for its history. */
final class Changes {

    /** A value before and after. */
    record Change(@Nullable Object from, @Nullable Object to) {}

    private final Map<String, Change> byName = new LinkedHashMap<>();

    private Changes() {}

    static Map<String, Change> between(CrimeReport before, CrimeReport after) {
        var changes = new Changes();
        changes.note("unitId", before.unitId(), after.unitId());
        changes.note("state", before.state(), after.state());
        changes.note("category", before.reported().category(), after.reported().category());
        changes.note("severity", before.reported().severity(), after.reported().severity());
        changes.note("urgent", before.urgent(), after.urgent());
        changes.note("assignedPostId", before.assignedPostId(), after.assignedPostId());
        changes.note("due", before.due(), after.due());
        return changes.byName;
    }

    private void note(String name, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            byName.put(name, new Change(from, to));
        }
    }
}
