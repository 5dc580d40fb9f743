package haicap.platform.outbox;

import haicap.platform.writes.AfterCommit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the relays of this process when a transaction with announcements has committed. */
@Component
public class RelaySignal {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** To be called in a transaction that leaves something to send. */
    public void wakeAfterCommit() {
        AfterCommit.run(() -> listeners.forEach(listener -> listener.commits.release()));
    }

    Listener listen() {
        var listener = new Listener();
        listeners.add(listener);
        return listener;
    }

    /** What one relay waits for. */
    static final class Listener {

        private final Semaphore commits = new Semaphore(0);

        /**
         * Returns at once when something was committed since the last call, else after the time.
         *
         * @return whether something was committed
         */
        boolean await(Duration atMost) throws InterruptedException {
            var woken = commits.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
            if (woken) {
                commits.drainPermits();
            }
            return woken;
        }
    }
}
