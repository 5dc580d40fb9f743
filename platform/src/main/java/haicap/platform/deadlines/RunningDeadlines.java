package haicap.platform.deadlines;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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
        return stopped(each -> each.awaits(event), each -> each.met(at));
    }

    /** The event makes such clocks pointless, as far as they run. */
    public RunningDeadlines ended(Predicate<RunningDeadline> such, String event, Instant at) {
        return stopped(such.and(RunningDeadline::runs), each -> each.ended(event, at));
    }

    private RunningDeadlines stopped(
            Predicate<RunningDeadline> which, UnaryOperator<RunningDeadline> stopping) {
        return new RunningDeadlines(
                all.stream().map(each -> which.test(each) ? stopping.apply(each) : each).toList());
    }

    /** The same, where what is known already keeps its due instant and the law of its time. */
    public RunningDeadlines keepingTermsOf(RunningDeadlines known) {
        return new RunningDeadlines(
                all.stream()
                        .map(each ->
                                known.all.stream()
                                        .filter(each::isTheSameAs)
                                        .findFirst()
                                        .map(before -> before.endedAs(each))
                                        .orElse(each))
                        .toList());
    }

    /** The running clock that waits for the event. */
    public Optional<RunningDeadline> awaiting(String event) {
        return all.stream().filter(each -> each.awaits(event)).findFirst();
    }

    /** Whether the rule ever started one of them. */
    public boolean haveEverStarted(String rule) {
        return all.stream().anyMatch(each -> each.rule().id().equals(rule));
    }

    /** The earliest due among the running clocks that oblige the given one. */
    public Optional<RunningDeadline> nextFor(Obliged obliged) {
        return all.stream()
                .filter(each -> each.runs() && each.rule().obliges() == obliged)
                .min(Comparator.comparing(RunningDeadline::dueAt));
    }
}
