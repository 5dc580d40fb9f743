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
     * Posts to the empty endpoint, posts reports and reconciles, in turns as it is measured, until
     * the compilers rest throughout one such round; each kind of post so long at most.
     */
    public void warmUp(Duration most) {
        var stretch = STRETCH.compareTo(most) < 0 ? STRETCH : most;
        new Compilers(stage.system()).warmUp(most.multipliedBy(2), () -> round(stretch));
    }

    private void round(Duration stretch) {
        post(FLOOR, stretch);
        post(REPORTS, stretch);
        stage.settled();
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
