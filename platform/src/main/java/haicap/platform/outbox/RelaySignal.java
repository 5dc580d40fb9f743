package haicap.platform.outbox;

import haicap.platform.writes.AfterCommit;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the relay of this process when a transaction with announcements has committed. */
@Component
public class RelaySignal {

    private final Semaphore commits = new Semaphore(0);

    /** To be called in a transaction that leaves something to send. */
    public void wakeAfterCommit() {
        AfterCommit.run(commits::release);
    }

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
