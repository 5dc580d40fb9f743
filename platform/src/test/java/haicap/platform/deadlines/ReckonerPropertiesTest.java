package haicap.platform.deadlines;

import static haicap.platform.deadlines.Terms.RECKONER;
import static haicap.platform.deadlines.Terms.rule;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.time.Hanoi;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class ReckonerPropertiesTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.ofSeeds();
    private static final Instant FIRST = Instant.parse("2023-06-01T00:00:00Z");
    private static final int SECONDS = (int) Duration.ofDays(5 * 365).toSeconds();

    @Test
    void dueIsAfterStartAndNeverBeforeTheEarlierReading() {
        forAll((rule, start) -> {
            var deadline = RECKONER.deadline(rule, start);
            assertThat(deadline.due()).isAfter(start).isAfterOrEqualTo(deadline.earliest());
            assertThat(deadline.steps()).isNotEmpty();
        });
    }

    @Test
    void rollingNeverMovesADueEarlierAndEndsOnAWorkingDay() {
        forAll((rule, start) -> {
            if (rule.unit() != TermUnit.DAY && rule.unit() != TermUnit.MONTH) {
                return;
            }
            var counts = rule.countStartDay();
            var plain =
                    RECKONER.deadline(rule(rule.amount(), rule.unit(), counts, Roll.NONE), start);
            var rolled =
                    RECKONER.deadline(
                            rule(rule.amount(), rule.unit(), counts, Roll.NEXT_WORKING_DAY), start);
            assertThat(rolled.due()).isAfterOrEqualTo(plain.due());
            assertThat(CALENDAR.day(rolled.lastDay()).worked()).isTrue();
            assertThat(Duration.between(plain.due(), rolled.due()).toDays())
                    .isEqualTo(
                            rolled.steps().stream()
                                    .filter(step -> step.kind() == Step.Kind.DAY_OFF_ROLLED_OVER)
                                    .count());
        });
    }

    @Test
    void termsOfDaysEndAtLocalMidnightAfterTheirLastDay() {
        forAll((rule, start) -> {
            var deadline = RECKONER.deadline(rule, start);
            if (rule.unit() == TermUnit.HOUR) {
                assertThat(Duration.between(start, deadline.due()).toHours())
                        .isEqualTo(rule.amount());
            } else {
                assertThat(deadline.due()).isEqualTo(Hanoi.startOf(deadline.lastDay().plusDays(1)));
            }
        });
    }

    @Test
    void aLaterStartNeverMakesAnEarlierDue() {
        forAll((rule, start) ->
                assertThat(RECKONER.deadline(rule, start.plusSeconds(40_000)).due())
                        .isAfterOrEqualTo(RECKONER.deadline(rule, start).due()));
    }

    @Test
    void aLongerTermNeverEndsEarlier() {
        forAll((rule, start) -> {
            var longer = rule(rule.amount() + 1, rule.unit(), rule.countStartDay(), rule.roll());
            assertThat(RECKONER.deadline(longer, start).due())
                    .isAfterOrEqualTo(RECKONER.deadline(rule, start).due());
        });
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        forAll((rule, start) ->
                assertThat(RECKONER.deadline(rule, start))
                        .isEqualTo(RECKONER.deadline(rule, start)));
    }

    private static void forAll(BiConsumer<Rule, Instant> property) {
        var random = new Random(134);
        for (int i = 0; i < 2_000; i++) {
            property.accept(anyRule(random), FIRST.plusSeconds(random.nextInt(SECONDS)));
        }
    }

    private static Rule anyRule(Random random) {
        var amount = 1 + random.nextInt(60);
        var counts = random.nextBoolean();
        var roll = random.nextBoolean() ? Roll.NEXT_WORKING_DAY : Roll.NONE;
        return switch (TermUnit.values()[random.nextInt(TermUnit.values().length)]) {
            case HOUR -> rule(amount, TermUnit.HOUR, false, Roll.NONE);
            case DAY -> rule(amount, TermUnit.DAY, counts, roll);
            case MONTH -> rule(amount, TermUnit.MONTH, false, roll);
            case WORKING_DAY -> rule(amount, TermUnit.WORKING_DAY, counts, Roll.NONE);
        };
    }
}
