package haicap.inspection.deadlines;

import haicap.platform.deadlines.Obliged;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All clocks of one file. Starting and meeting make new ones; nothing moves a due instant. */
public record Clocks(List<Clock> all) {

    public Clocks {
        all = List.copyOf(all);
    }

    /** These and those that an event started. */
    public Clocks with(Clocks started) {
        return new Clocks(Stream.concat(all.stream(), started.all.stream()).toList());
    }

    /** The event meets every running clock that waits for it. */
    public Clocks met(String event, Instant at) {
        return new Clocks(
                all.stream()
                        .map(clock ->
                                clock.runs() && clock.rule().metBy().equals(event)
                                        ? clock.met(at)
                                        : clock)
                        .toList());
    }

    /** The earliest due among the running clocks that oblige the given one. */
    public Optional<Clock> nextFor(Obliged obliged) {
        return all.stream()
                .filter(clock -> clock.runs() && clock.rule().obliges() == obliged)
                .min(Comparator.comparing(Clock::dueAt));
    }
}
