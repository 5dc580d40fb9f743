package haicap.platform.broker;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consumers that are open: the process does not end before they have left, or not in time. */
final class Goodbyes {

    private static final Logger log = LoggerFactory.getLogger(Goodbyes.class);

    private final Phaser open = new Phaser(1);

    void register() {
        open.register();
    }

    void deregister() {
        open.arriveAndDeregister();
    }

    void await(Duration atMost) {
        try {
            open.awaitAdvanceInterruptibly(open.arrive(), atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            log.warn("a consumer did not leave its group in time");
        }
    }
}
