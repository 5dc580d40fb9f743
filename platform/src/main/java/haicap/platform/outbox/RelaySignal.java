package haicap.platform.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the relay of this process when a transaction with announcements has committed. */
@Component
class RelaySignal {

    private final Semaphore commits = new Semaphore(0);

    void wake() {
        commits.release();
    }

    /** Returns at once when something was committed since the last call, else after the time. */
    void await(Duration atMost) throws InterruptedException {
        if (commits.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            commits.drainPermits();
        }
    }
}
