package haicap.platform.threads;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does its work until it is stopped. Whatever the work throws, an {@code Error}
 * too, ends this attempt only: the death is counted, shows in the liveness of the process for as
 * long as the pause lasts, and the work is begun anew after a pause that doubles from one second to
 * thirty while attempts fail at once. What the work holds, a lease above all, it gives up in its
 * own {@code finally}. Safe for all threads.
 */
public final class Worker implements AutoCloseable {

    /** What is done. */
    @FunctionalInterface
    public interface Work {

        /** Goes on while {@code self} is running, then returns; is otherwise begun again. */
        void run(Worker self) throws InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration SOUND_AFTER = Duration.ofMinutes(1);

    private final String name;
    private final Work work;
    private final Consumer<Worker> died;
    private final Consumer<Worker> closed;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private Duration pause = FIRST_PAUSE;
    private volatile @Nullable Throwable causeOfDeath;

    Worker(String name, Work work, Consumer<Worker> died, Consumer<Worker> closed) {
        this.name = name;
        this.work = work;
        this.died = died;
        this.closed = closed;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::live);
    }

    void start() {
        thread.start();
    }

    private void live() {
        while (isRunning()) {
            var begun = Instant.now();
            try {
                work.run(this);
                if (isRunning()) {
                    throw new IllegalStateException("ended although nobody had stopped it");
                }
            } catch (InterruptedException e) {
                mourn(e, begun);
            } catch (Throwable e) { // an Error must not end it unseen
                mourn(e, begun);
            }
        }
    }

    private void mourn(Throwable cause, Instant begun) {
        if (!isRunning()) {
            log.debug("{} ended with {}", name, cause.toString());
            return;
        }
        if (Duration.between(begun, Instant.now()).compareTo(SOUND_AFTER) > 0) {
            pause = FIRST_PAUSE;
        }
        causeOfDeath = cause;
        died.accept(this);
        log.error("{} died and comes back in {} s", name, pause.toSeconds(), cause);
        try {
            stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            log.debug("{} comes back at once", name);
        }
        var doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        causeOfDeath = null;
    }

    /** The thread's name, which metrics and health bear. */
    public String name() {
        return name;
    }

    /** Whether it is to go on; false from the call of {@link #close} on. */
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    /** Why it is dead at this moment; null while it works or has been stopped. */
    @Nullable Throwable causeOfDeath() {
        return isRunning() ? causeOfDeath : null;
    }

    /** Tells it to stop, interrupts what it waits for, and does not wait for its end. */
    @Override
    public void close() {
        stop(Duration.ZERO);
    }

    /** Tells it to stop, and interrupts it only when its work has not returned in time. */
    public void stop(Duration patience) {
        stopping.countDown();
        try {
            if (patience.isZero() || !thread.join(patience)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closed.accept(this);
    }

    /** Waits for its end after {@link #close}. */
    public void join(Duration atMost) throws InterruptedException {
        thread.join(atMost);
    }
}
