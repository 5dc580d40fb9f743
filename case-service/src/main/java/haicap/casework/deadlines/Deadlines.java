package haicap.casework.deadlines;

import haicap.casework.deadlines.DeadlineView.StepView;
import haicap.platform.deadlines.Explanation;
import haicap.platform.deadlines.Rule;
import haicap.platform.deadlines.Step;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows clocks: what is due when, under which article, and in full why. */
@Component
public class Deadlines {

    private final CrimeReportLaw law;

    Deadlines(CrimeReportLaw law) {
        this.law = law;
    }

    /** Every clock without its steps. */
    public List<DeadlineView> brief(Clocks clocks, Instant now, Locale locale) {
        return clocks.all().stream()
                .map(clock -> view(clock, law.rule(clock), now, locale, null))
                .toList();
    }

    /** Every clock with each step that moved it. */
    public List<DeadlineView> explained(Clocks clocks, Instant now, Locale locale) {
        return clocks.all().stream().map(clock -> explained(clock, now, locale)).toList();
    }

    private DeadlineView explained(Clock clock, Instant now, Locale locale) {
        var rule = law.rule(clock);
        var steps = clock.steps().stream().map(step -> told(rule, step, locale)).toList();
        return view(clock, rule, now, locale, steps);
    }

    private static StepView told(Rule rule, Step step, Locale locale) {
        return new StepView(
                step.kind(), step.day(), Explanation.of(rule, step, locale), step.certainty());
    }

    private static DeadlineView view(
            Clock clock, Rule rule, Instant now, Locale locale, @Nullable List<StepView> steps) {
        return new DeadlineView(
                rule.id(),
                rule.version(),
                locale.getLanguage().equals("en") ? rule.titleEn() : rule.titleVi(),
                rule.article(),
                rule.certainty(),
                clock.obliges(),
                clock.startEvent(),
                clock.startedAt(),
                clock.dueAt(),
                clock.lastDay(),
                clock.earliestAt(),
                clock.metAt(),
                clock.endedAt(),
                clock.endedBy(),
                clock.standing(now),
                Duty.completedBy(clock.metBy()).map(Duty::word).orElse(null),
                steps);
    }
}
