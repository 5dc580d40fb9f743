package haicap.gateway.status;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A part as it is now. What its instances read from one database is the same of all; what each does
 * by itself is added up.
 */
record PartNow(Part part, List<Instance> instances) {

    private static final double LATE_SECONDS = 10;
    private static final long OLD_MILLIS = 10_000;

    long ready() {
        return instances.stream().filter(Instance::ready).count();
    }

    boolean isAway() {
        return ready() == 0;
    }

    /** Whether somebody should look, though it may well serve. */
    boolean isToBeSeenTo() {
        return ready() < instances.size()
                || parked() > 0
                || gaps() > 0
                || oldestSeconds() > LATE_SECONDS
                || copyAgeMillis() > OLD_MILLIS;
    }

    /** Whether any of its instances says more than whether it is there. */
    boolean tells() {
        return told().findAny().isPresent();
    }

    long behind() {
        return told().mapToLong(Told::behind).sum();
    }

    long parked() {
        return most(Told::parked);
    }

    long unsent() {
        return most(Told::outboxUnsent);
    }

    long gaps() {
        return most(told -> told.gaps().size());
    }

    long copyAgeMillis() {
        return most(Told::orgCopyAgeMillis);
    }

    double oldestSeconds() {
        return told().mapToDouble(Told::outboxOldestSeconds).max().orElse(0);
    }

    private long most(ToLongFunction<Told> what) {
        return told().mapToLong(what).max().orElse(0);
    }

    private Stream<Told> told() {
        return instances.stream().map(Instance::told).filter(Objects::nonNull);
    }
}
