package haicap.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was begun and waits for its next step: of each kind, what has waited longest comes first. A
 * full desk takes nothing more; what does not fit rests. Safe for all threads.
 */
final class Desk {

    private static final int MOST = 5_000;

    private final Map<Business, Queue<Task>> waiting =
            Arrays.stream(Business.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Function.identity(),
                                    business -> new LinkedBlockingQueue<>(MOST)));

    /** Takes a file off the desk; who works on it puts it back. */
    Optional<Task> next(Business business) {
        return Optional.ofNullable(of(business).poll());
    }

    void put(List<Task> tasks) {
        tasks.forEach(task -> of(task.business()).offer(task));
    }

    private Queue<Task> of(Business business) {
        return Objects.requireNonNull(waiting.get(business));
    }
}
