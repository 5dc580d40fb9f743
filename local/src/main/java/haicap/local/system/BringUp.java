package haicap.local.system;

import haicap.local.parts.Failure;
import haicap.local.parts.Part;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts parts side by side, each as soon as what it cannot start without is there. */
public final class BringUp {

    private final LocalSystem system;
    private final PrintWriter out;

    /** Tells its progress to {@code out}. */
    public BringUp(LocalSystem system, PrintWriter out) {
        this.system = system;
        this.out = out;
    }

    /** Returns when all these parts are ready; those that run already are left alone. */
    public void start(Collection<Part> parts) {
        var wanted = EnumSet.copyOf(parts);
        var started = new EnumMap<Part, CompletableFuture<Void>>(Part.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var part : wanted) {
                started.put(part, begin(part, started, threads));
            }
            CompletableFuture.allOf(started.values().toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Failure failure ? failure : e;
        }
    }

    private CompletableFuture<Void> begin(
            Part part, Map<Part, CompletableFuture<Void>> started, ExecutorService threads) {
        var needs =
                needs(part).stream()
                        .filter(started::containsKey)
                        .map(started::get)
                        .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(needs).thenRunAsync(() -> start(part), threads);
    }

    /** A service migrates its database at start; everything else waits for its peers by itself. */
    private static Set<Part> needs(Part part) {
        return part.isService() ? Set.of(Part.POSTGRES) : Set.of();
    }

    private void start(Part part) {
        var begun = Instant.now();
        var process = system.process(part);
        var ran = process.running().isPresent();
        try {
            process.start();
        } catch (Failure failure) {
            tell(part, "thất bại · failed");
            throw failure;
        }
        var seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        tell(part, ran ? "đang chạy · running" : "sẵn sàng · ready %.1f s".formatted(seconds));
    }

    private void tell(Part part, String what) {
        out.printf("  %-14s %s%n", part, what);
        out.flush();
    }
}
