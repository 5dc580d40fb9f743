package haicap.platform.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clock as people and other systems read it, with each step that made its due instant.
 *
 * @param due exclusive: late from this very instant on
 * @param lastDay last day of a term in days, which ends at its 24:00
 * @param earliest the earlier reading, by which alerts go
 * @param certainty how sure the rule itself is
 * @param endedBy the event that made it pointless, at {@code endedAt}, without it being met
 * @param duty by which name it is reported as fulfilled; null for what an action fulfils
 * @param steps none in brief
 */
public record DeadlineView(
        String rule,
        int version,
        String title,
        String article,
        Certainty certainty,
        Obliged obliges,
        String startEvent,
        Instant start,
        Instant due,
        @Nullable LocalDate lastDay,
        Instant earliest,
        @Nullable Instant metAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        ClockState state,
        @Nullable String duty,
        List<StepView> steps) {

    /** A step and its reason in words. */
    public record StepView(
            Step.Kind kind, LocalDate day, String why, @Nullable Certainty certainty) {}

    /** Every clock, as of an instant. */
    public static List<DeadlineView> of(RunningDeadlines clocks, Instant now, Locale locale) {
        return clocks.all().stream()
                .map(clock -> of(clock, now, locale, steps(clock, locale)))
                .toList();
    }

    /** Every clock without its steps. */
    public static List<DeadlineView> brief(RunningDeadlines clocks, Instant now, Locale locale) {
        return clocks.all().stream().map(clock -> of(clock, now, locale, List.of())).toList();
    }

    private static DeadlineView of(
            RunningDeadline clock, Instant now, Locale locale, List<StepView> steps) {
        var rule = clock.rule();
        return new DeadlineView(
                rule.id(),
                rule.version(),
                locale.getLanguage().equals("en") ? rule.titleEn() : rule.titleVi(),
                rule.article(),
                rule.certainty(),
                rule.obliges(),
                rule.trigger(),
                clock.startedAt(),
                clock.dueAt(),
                clock.lastDay(),
                clock.earliestAt(),
                clock.metAt(),
                clock.endedAt(),
                clock.endedBy(),
                clock.state(now),
                rule.duty(),
                steps);
    }

    private static List<StepView> steps(RunningDeadline clock, Locale locale) {
        return clock.steps().stream()
                .map(step ->
                        new StepView(
                                step.kind(),
                                step.day(),
                                Explanation.of(clock.rule(), step, locale),
                                step.certainty()))
                .toList();
    }
}
