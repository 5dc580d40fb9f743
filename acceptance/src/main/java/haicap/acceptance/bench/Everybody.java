package haicap.acceptance.bench;

import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * So many writers that each post again as soon as they were answered, in the names of all units.
 */
public final class Everybody {

    /** Where crime reports are posted. */
    public static final String REPORTS = "/api/v1/crime-reports";

    /** An empty endpoint behind the same gateway. */
    public static final String FLOOR = "/api/v1/floor";

    private static final int WRITERS = 32;
    private static final Duration STRETCH = Duration.ofSeconds(20);
    private static final double FASTER = 1.04;

    /** What came of it. */
    public record Flood(long accepted, long failed, double seconds) {

        /** A second. */
        public double rate() {
            return accepted / seconds;
        }
    }

    private final Stage stage;
    private final AtomicInteger turn = new AtomicInteger();

    /** Each has signed in. */
    public Everybody(Stage stage) {
        this.stage = stage;
        stage.units().forEach(unit -> stage.api().as(unit.officer()));
    }

    /**
     * Posts, to the empty endpoint and then reports: each for half of this time, then until it no
     * longer gets faster, but no longer than this. The half is needed: compilers that share two
     * processors with what they compile have stretches in which nothing gets faster.
     */
    public void warmUp(Duration most) {
        warmUp(FLOOR, most);
        warmUp(REPORTS, most);
    }

    private void warmUp(String path, Duration most) {
        var begun = System.nanoTime();
        var best = 0.0;
        var rate = 1.0;
        var time = 0L;
        while (time < most.toNanos() && (time < most.toNanos() / 2 || rate > best * FASTER)) {
            best = Math.max(best, rate);
            rate = post(path, STRETCH.compareTo(most) < 0 ? STRETCH : most).rate();
            time = System.nanoTime() - begun;
        }
    }

    /** Posts reports to this address for a while. */
    public Flood post(String path, Duration time) {
        var accepted = new LongAdder();
        var failed = new LongAdder();
        var begun = System.nanoTime();
        var end = begun + time.toNanos();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < WRITERS; writer++) {
                writers.execute(() -> {
                    while (System.nanoTime() < end) {
                        (posted(path) ? accepted : failed).increment();
                    }
                });
            }
        }
        return new Flood(accepted.sum(), failed.sum(), (System.nanoTime() - begun) / 1e9);
    }

    private boolean posted(String path) {
        var unit = stage.units().get(turn.getAndIncrement() % stage.units().size());
        try {
            var write = new Write(path, Paperwork.report().body());
            return stage.api().as(unit.officer()).send(write).accepted();
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
