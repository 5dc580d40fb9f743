package haicap.local.system;

import haicap.local.parts.Failure;
import haicap.local.parts.Instance;
import haicap.local.parts.Part;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Starts parts side by side, each as soon as what it cannot start without is there. */
public final class BringUp {

    private final LocalSystem system;
    private final PrintWriter out;

    /** Tells its progress to {@code out}. */
    public BringUp(LocalSystem system, PrintWriter out) {
        this.system = system;
        this.out = out;
    }

    /**
     * Returns when all these are ready; those that run already are left alone. A service migrates
     * its database at start, so it comes after PostgreSQL; everything else waits by itself.
     */
    public void start(Collection<Instance> instances) {
        var postgres = Instance.first(Part.POSTGRES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var nothing = CompletableFuture.<Void>completedFuture(null);
            var database =
                    instances.contains(postgres)
                            ? nothing.thenRunAsync(() -> start(postgres), threads)
                            : nothing;
            var others =
                    instances.stream()
                            .filter(instance -> !instance.equals(postgres))
                            .map(instance ->
                                    (instance.part().isService() ? database : nothing)
                                            .thenRunAsync(() -> start(instance), threads));
            CompletableFuture.allOf(
                            Stream.concat(Stream.of(database), others)
                                    .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Failure failure ? failure : e;
        }
    }

    private void start(Instance instance) {
        var begun = Instant.now();
        var process = system.process(instance);
        var ran = process.running().isPresent();
        try {
            process.start();
        } catch (Failure failure) {
            tell(instance, "thất bại · failed");
            throw failure;
        }
        var seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        tell(instance, ran ? "đang chạy · running" : "sẵn sàng · ready %.1f s".formatted(seconds));
    }

    private void tell(Instance instance, String what) {
        out.printf("  %-14s %s%n", instance, what);
        out.flush();
    }
}
