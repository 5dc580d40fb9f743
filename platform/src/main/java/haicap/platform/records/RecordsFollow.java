package haicap.platform.records;

import haicap.platform.events.PublicState;
import haicap.platform.integrity.IntegrityCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * State, due instant and public state of a record follow from its body and clocks. Each turn looks
 * at some of each kind and goes on where the last one ended; what was found stays named until it is
 * looked at again.
 */
@Component
class RecordsFollow implements IntegrityCheck {

    private static final int AT_ONCE = 500;

    /** What a turn has found; {@code lastId} is null at the end. */
    private record Looked(List<String> wrong, @Nullable String lastId) {}

    private final List<Records<?>> kinds;
    private final RecordTable table;
    private final Map<Records<?>, String> reached = new HashMap<>();
    private final Map<Records<?>, List<String>> wrong = new HashMap<>();
    private final Map<Records<?>, List<String>> wrongBefore = new HashMap<>();

    RecordsFollow(ObjectProvider<Records<?>> kinds, RecordTable table) {
        this.kinds = kinds.stream().toList();
        this.table = table;
    }

    @Override
    public String name() {
        return "records-follow";
    }

    @Override
    public synchronized List<String> breaches() {
        var all = new ArrayList<String>();
        kinds.forEach(kind -> all.addAll(look(kind)));
        return all;
    }

    private List<String> look(Records<?> kind) {
        var looked = look(kind.kept(), reached.getOrDefault(kind, ""));
        var found = wrong.computeIfAbsent(kind, each -> new ArrayList<>());
        found.addAll(looked.wrong());
        var lastId = looked.lastId();
        if (lastId != null) {
            reached.put(kind, lastId);
        } else {
            reached.remove(kind);
            wrong.remove(kind);
            wrongBefore.put(kind, found);
        }
        var known = new ArrayList<>(wrongBefore.getOrDefault(kind, List.of()));
        found.stream().filter(id -> !known.contains(id)).forEach(known::add);
        return known;
    }

    private <R extends WorkRecord> Looked look(KeptRecords<R> records, String afterId) {
        var rows = table.after(records.type().kind(), afterId, AT_ONCE);
        var kept = records.of(rows);
        var differing =
                IntStream.range(0, rows.size())
                        .filter(i -> !follows(rows.get(i), records.row(kept.get(i))))
                        .mapToObj(i -> rows.get(i).head().id())
                        .toList();
        return new Looked(differing, rows.size() < AT_ONCE ? null : rows.getLast().head().id());
    }

    private static boolean follows(RecordTable.Row stored, RecordTable.Row derived) {
        return stored.state().equals(derived.state())
                && stored.open() == derived.open()
                && Objects.equals(stored.dueAt(), derived.dueAt())
                && PublicState.areEqual(stored.publicState(), derived.publicState());
    }
}
