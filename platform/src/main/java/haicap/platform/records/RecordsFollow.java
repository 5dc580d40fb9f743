package haicap.platform.records;

import haicap.platform.integrity.IntegrityCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final List<Records<?>> kinds;
    private final Map<Records<?>, String> reached = new HashMap<>();
    private final Map<Records<?>, List<String>> wrong = new HashMap<>();
    private final Map<Records<?>, List<String>> wrongBefore = new HashMap<>();

    RecordsFollow(ObjectProvider<Records<?>> kinds) {
        this.kinds = kinds.stream().toList();
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
        var checked = kind.check(reached.getOrDefault(kind, ""), AT_ONCE);
        var found = wrong.computeIfAbsent(kind, each -> new ArrayList<>());
        found.addAll(checked.wrong());
        var lastId = checked.lastId();
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
}
