package haicap.acceptance.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Everything that a listener was told, in the order in which it was. Safe for all threads. */
public final class Heard {

    private final List<Told> all = new ArrayList<>();

    synchronized void add(Told told) {
        all.add(told);
        notifyAll();
    }

    /** How many so far. */
    public synchronized int size() {
        return all.size();
    }

    /** A copy. */
    public synchronized List<Told> all() {
        return List.copyOf(all);
    }

    /** A copy of those from {@code index} on. */
    public synchronized List<Told> from(int index) {
        return List.copyOf(all.subList(index, all.size()));
    }

    /** Waits for an event like this, heard before or to come. */
    public Told await(Predicate<Told> wanted, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        var looked = 0;
        while (true) {
            List<Told> news;
            synchronized (this) {
                while (all.size() == looked) {
                    var left = (deadline - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        throw new AssertionError(
                                "not heard within %s, but %d others".formatted(atMost, looked));
                    }
                    pause(left);
                }
                news = List.copyOf(all.subList(looked, all.size()));
                looked = all.size();
            }
            for (var told : news) {
                if (wanted.test(told)) {
                    return told;
                }
            }
        }
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
