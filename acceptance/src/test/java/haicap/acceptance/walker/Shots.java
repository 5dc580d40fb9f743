package haicap.acceptance.walker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What can be fired at one operation, by what is broken in it. */
final class Shots {

    private final Map<Kind, List<Shot>> all = new EnumMap<>(Kind.class);

    Shots() {
        for (var kind : Kind.values()) {
            all.put(kind, new ArrayList<>());
        }
    }

    void add(Kind kind, Shot shot) {
        all.get(kind).add(shot);
    }

    /** So many, some of each kind in turn, {@code first} before them. */
    List<Shot> some(int count, Shot first, Random random) {
        var open = new ArrayList<Deque<Shot>>();
        all.forEach((kind, shots) -> {
            Collections.shuffle(shots, random);
            Collections.nCopies(kind.share(), new ArrayDeque<>(shots)).forEach(open::add);
        });
        var some = new ArrayList<Shot>();
        some.add(first);
        while (some.size() < count && open.stream().anyMatch(queue -> !queue.isEmpty())) {
            open.removeIf(Deque::isEmpty);
            open.forEach(queue -> {
                if (!queue.isEmpty()) {
                    some.add(queue.pop());
                }
            });
        }
        int broken = Math.min(count, some.size());
        while (some.size() < count) {
            some.add(mixed(some.get(random.nextInt(broken)), some.get(random.nextInt(broken))));
        }
        return some.subList(0, count);
    }

    private static Shot mixed(Shot one, Shot other) {
        var both = one.sending(other.body(), one.what() + " and " + other.what(), null);
        if (one.operation().writes()) {
            both = both.replacing("Idempotency-Key", UUID.randomUUID().toString());
        }
        return both.with("Accept-Language", "en");
    }
}
