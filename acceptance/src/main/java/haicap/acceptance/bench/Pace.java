package haicap.acceptance.bench;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** So many a second, each begun when it is due, whether or not the earlier ones have ended. */
public final class Pace {

    private Pace() {}

    /**
     * Keeps the pace for a while and waits for the last to end.
     *
     * @param work gets the instant at which it was due, so that waiting counts
     * @return how many were begun
     */
    public static long keep(double perSecond, Duration time, LongConsumer work) {
        var every = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        var count = time.toNanos() / every;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var next = System.nanoTime();
            for (var i = 0L; i < count; i++) {
                var due = next;
                threads.execute(() -> work.accept(due));
                next += every;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        return count;
    }
}
