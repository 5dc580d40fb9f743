package haicap.local.system;

import haicap.local.api.Api;
import haicap.local.parts.Failure;
import haicap.local.parts.Pause;
import haicap.local.seeds.LoadSeeds;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/**
 * What a system needs between its start and its first caller: the facts, known to all, and warmth.
 */
public final class SeedAndWarmUp {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalSystem system;
    private final PrintWriter out;

    /** Tells its progress to {@code out}. */
    public SeedAndWarmUp(LocalSystem system, PrintWriter out) {
        this.system = system;
        this.out = out;
    }

    /** Returns when the system may be called ready. */
    public void furnish() throws InterruptedException {
        try (var api = new Api(system.ports().publicUrl())) {
            var seeds = system.checkout().seeds();
            if (new LoadSeeds(api, out).load(seeds, system.home().seedsMark())) {
                awaitCopies();
            }
            new WarmUp(api).work();
        }
    }

    private void awaitCopies() {
        var look = new LookAtParts(system);
        var deadline = Instant.now().plus(PATIENCE);
        while (!look.caughtUp()) {
            if (Instant.now().isAfter(deadline)) {
                throw new Failure(
                        "Các bản sao tổ chức chưa theo kịp sau 60 giây; xem ./haicap status",
                        "The copies of the organisation have not caught up; see ./haicap status");
            }
            Pause.brief();
        }
    }
}
