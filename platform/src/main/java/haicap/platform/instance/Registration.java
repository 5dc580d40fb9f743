package haicap.platform.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * This process's hold on its name, from before anything else starts until everything else has
 * stopped. Leases and places in the broker's groups go by the name, so two processes with one name
 * would take them from each other without end.
 *
 * <ol>
 *   <li>A name that a living process renews is refused within two seconds: this process ends.
 *   <li>The name of a process that crashed is free after {@link Registrations#TERM} at most, which
 *       a start needs anyhow.
 *   <li>Who finds, after a long pause, that another has taken his name, ends in good order.
 * </ol>
 */
@Component
class Registration implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Registration.class);
    private static final Duration RENEW_EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Registrations registrations;
    private final ClockSkew skew;
    private final ConfigurableApplicationContext context;
    private final String name;
    private final UUID process = UUID.randomUUID();
    private @Nullable ScheduledExecutorService keeper;

    Registration(
            Registrations registrations,
            ClockSkew skew,
            ConfigurableApplicationContext context,
            @Value("${haicap.instance}") String name) {
        this.registrations = registrations;
        this.skew = skew;
        this.context = context;
        this.name = name;
    }

    @Override
    public void start() {
        var first = registrations.find(name);
        while (!take()) {
            var now = registrations.find(name);
            if (first.isPresent()
                    && now.isPresent()
                    && now.get().until().isAfter(first.get().until())) {
                throw new CannotStart(
                        "Another process that lives has the name “%s”.".formatted(name),
                        "Give each process of a service a name of its own (HAICAP_INSTANCE), in a"
                                + " cluster the pod's.");
            }
            first = first.or(() -> now);
            pause();
        }
        var threads =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("instance").factory());
        keeper = threads;
        again(threads);
    }

    private boolean take() {
        var before = Instant.now();
        var theirs = registrations.take(name, process);
        theirs.ifPresent(time -> skew.measured(before, time, Instant.now()));
        return theirs.isPresent();
    }

    private void keep(ScheduledExecutorService threads) {
        try {
            if (!take()) {
                giveWay();
                return;
            }
        } catch (RuntimeException e) {
            log.debug("the name {} is not renewed: {}", name, e.toString());
        }
        again(threads);
    }

    private void again(ScheduledExecutorService threads) {
        try {
            threads.schedule(() -> keep(threads), RENEW_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            log.debug("the name {} is no longer renewed", name);
        }
    }

    private void giveWay() {
        log.error("another process has taken the name {}; this one ends", name);
        Thread.ofPlatform().name("giving-way").start(context::close);
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void stop() {
        if (keeper != null) {
            keeper.shutdownNow();
            keeper = null;
        }
        try {
            registrations.release(name, process);
        } catch (RuntimeException e) {
            log.debug("the name {} is not given back: {}", name, e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return keeper != null;
    }

    /** First to start, last to stop. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
