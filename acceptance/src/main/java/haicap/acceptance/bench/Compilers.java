package haicap.acceptance.bench;

import haicap.acceptance.system.ProcessFamily;
import haicap.acceptance.system.RunningSystem;
import java.time.Duration;

/** The compilers of all parts: while they are busy, they are what is measured. */
public final class Compilers {

    private static final double AT_REST = 0.05;

    private final RunningSystem system;

    public Compilers(RunningSystem system) {
        this.system = system;
    }

    /** Work that takes some seconds each time. */
    public interface Work<E extends Exception> {

        void once() throws E;
    }

    /**
     * Does this again and again until the compilers took less than a twentieth of what the parts
     * used of the processors meanwhile, but no longer than this.
     */
    public <E extends Exception> void warmUp(Duration most, Work<E> work) throws E {
        var end = System.nanoTime() + most.toNanos();
        double share;
        do {
            var before = used();
            work.once();
            share = used().compilersShareSince(before);
        } while (share > AT_REST && System.nanoTime() < end);
    }

    private record Used(Duration compilers, Duration all) {

        Used plus(ProcessFamily part) {
            return new Used(compilers.plus(part.compilersCpu()), all.plus(part.cpu()));
        }

        /** A compiler's thread that was ended takes its time with it. */
        double compilersShareSince(Used before) {
            var spent = Math.max(0, compilers.minus(before.compilers).toMillis());
            return spent / (double) Math.max(1, all.minus(before.all).toMillis());
        }
    }

    private Used used() {
        var used = new Used(Duration.ZERO, Duration.ZERO);
        for (var part : system.instances()) {
            used = used.plus(system.process(part));
        }
        return used;
    }
}
