package haicap.local.system;

import haicap.local.parts.Instance;
import haicap.local.parts.Part;
import haicap.local.parts.PreparedApp;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Makes the AOT caches that halve the start of the JVMs, once after each build, from one run of the
 * real system:
 *
 * <ol>
 *   <li>start the parts so that they record what they load,
 *   <li>let them do what they do at every start (the caller says what),
 *   <li>end them in good order: the caches are written while they end,
 *   <li>put those in force that the JVM accepts; a part whose cache fails starts without.
 * </ol>
 */
public final class TrainStarts {

    private static final Duration TIME_TO_WRITE = Duration.ofMinutes(5);

    private final LocalSystem system;
    private final PrintWriter out;

    /** Tells its progress to {@code out}. */
    public TrainStarts(LocalSystem system, PrintWriter out) {
        this.system = system;
        this.out = out;
    }

    /** The parts among these that would start without a cache. */
    public Set<Part> untrained(Collection<Part> parts) {
        var untrained = EnumSet.noneOf(Part.class);
        for (var part : parts) {
            if (part != Part.POSTGRES
                    && system.process(Instance.first(part)).running().isEmpty()
                    && !PreparedApp.of(system.checkout(), part).trained(part)) {
                untrained.add(part);
            }
        }
        return untrained;
    }

    /** Trains these parts on this work. Afterwards none of them runs. */
    public void train(Collection<Part> parts, Set<Part> untrained, Runnable work)
            throws InterruptedException {
        var training = system.inTraining();
        new BringUp(training, out).start(parts.stream().map(Instance::first).toList());
        work.run();
        out.println("  đang ghi bộ nhớ đệm · writing the caches …");
        out.flush();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var part : parts) {
                if (part != Part.POSTGRES) {
                    threads.submit(() -> system.process(Instance.first(part)).end(TIME_TO_WRITE));
                }
            }
        }
        for (var part : untrained) {
            if (!PreparedApp.of(system.checkout(), part).adopt(part)) {
                out.printf("  %-14s không có bộ nhớ đệm · no cache%n", part);
            }
        }
    }
}
