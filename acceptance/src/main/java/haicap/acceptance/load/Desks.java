package haicap.acceptance.load;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where files wait for their next step, each kind in a row of its own. Safe for all threads. */
final class Desks {

    private final Map<Kind, Queue<Dossier>> rows =
            Arrays.stream(Kind.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Function.identity(), kind -> new ConcurrentLinkedQueue<>()));

    /** Takes the file that has waited longest; who works on it puts it back. */
    Optional<Dossier> next(Kind kind) {
        return Optional.ofNullable(of(kind).poll());
    }

    /** A file that is finished is put nowhere. */
    void put(Dossier file) {
        if (!file.isFinished()) {
            of(file.kind()).add(file);
        }
    }

    private Queue<Dossier> of(Kind kind) {
        return Objects.requireNonNull(rows.get(kind));
    }
}
