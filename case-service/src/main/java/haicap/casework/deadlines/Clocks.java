package haicap.casework.deadlines;

import haicap.platform.deadlines.Obliged;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All clocks of one file. Starting and stopping make new ones; nothing moves a due instant. */
public record Clocks(List<Clock> all) {

    private static final String HAND_OVER = "report.handed-over";
    private static final String EXTENSION = "report.extended";
    private static final String DECISION = "report.decided";

    public Clocks {
        all = List.copyOf(all);
    }

    /** These and those that an event started. */
    public Clocks with(Clocks started) {
        return new Clocks(Stream.concat(all.stream(), started.all.stream()).toList());
    }

    /** The event meets every running clock that waits for it. */
    public Clocks met(String event, Instant at) {
        return stopped(clock -> clock.awaits(event), clock -> clock.met(at));
    }

    /**
     * The file goes to another unit: what its former keeper owed is done or pointless, and only the
     * term in which it must be decided runs on.
     */
    public Clocks handedOver(Instant at) {
        return met(HAND_OVER, at)
                .stopped(
                        clock -> clock.runs() && !clock.awaits(DECISION),
                        clock -> clock.ended(HAND_OVER, at));
    }

    /** Another term takes the place of the one in which the file must be decided. */
    public Clocks extended(Instant at) {
        return stopped(clock -> clock.awaits(DECISION), clock -> clock.ended(EXTENSION, at));
    }

    /** The file is decided: nothing that ran before runs on. */
    public Clocks decided(Instant at) {
        return met(DECISION, at).stopped(Clock::runs, clock -> clock.ended(DECISION, at));
    }

    /** The running term in which the file must be decided. */
    public Optional<Clock> termOfDecision() {
        return all.stream().filter(clock -> clock.awaits(DECISION)).findFirst();
    }

    /** The running clock of a duty. */
    public Optional<Clock> owed(Duty duty) {
        return all.stream().filter(clock -> clock.awaits(duty.completion())).findFirst();
    }

    /** Whether the rule ever started a clock of this file. */
    public boolean hasEverStarted(String rule) {
        return all.stream().anyMatch(clock -> clock.rule().equals(rule));
    }

    /** The earliest legal due instant among the running clocks that oblige the holder. */
    public Optional<Due> nextFor(Obliged holder) {
        return all.stream()
                .filter(clock -> clock.runs() && clock.obliges() == holder)
                .min(Comparator.comparing(Clock::dueAt))
                .map(clock -> new Due(clock.rule(), clock.dueAt()));
    }

    private Clocks stopped(Predicate<Clock> which, UnaryOperator<Clock> stopping) {
        return new Clocks(
                all.stream()
                        .map(clock -> which.test(clock) ? stopping.apply(clock) : clock)
                        .toList());
    }
}
