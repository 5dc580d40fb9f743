package haicap.platform.deadlines;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All clocks of one record. Starting and meeting make new ones; nothing moves a due instant. Never
 * changes; safe for all threads.
 */
public record RunningDeadlines(List<RunningDeadline> all) {

    /** Of what the law sets no limit to. */
    public static final RunningDeadlines NONE = new RunningDeadlines(List.of());

    public RunningDeadlines {
        all = List.copyOf(all);
    }

    /** These and those that an event started. */
    public RunningDeadlines with(RunningDeadlines started) {
        return new RunningDeadlines(Stream.concat(all.stream(), started.all.stream()).toList());
    }

    /** The event meets every running clock that waits for it. */
    public RunningDeadlines met(String event, Instant at) {
        return new RunningDeadlines(
                all.stream()
                        .map(each ->
                                each.runs() && each.rule().metBy().equals(event)
                                        ? each.met(at)
                                        : each)
                        .toList());
    }

    /** The earliest due among the running clocks that oblige the given one. */
    public Optional<RunningDeadline> nextFor(Obliged obliged) {
        return all.stream()
                .filter(each -> each.runs() && each.rule().obliges() == obliged)
                .min(Comparator.comparing(RunningDeadline::dueAt));
    }
}
