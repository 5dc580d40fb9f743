package haicap.platform.deadlines;

import static haicap.platform.deadlines.Terms.RECKONER;
import static haicap.platform.deadlines.Terms.at;
import static haicap.platform.deadlines.Terms.days;
import static haicap.platform.deadlines.Terms.daysWithStart;
import static haicap.platform.deadlines.Terms.endOf;
import static haicap.platform.deadlines.Terms.rollingDays;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.deadlines.Step.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayTermsTest {

    @Test
    void endAtMidnightAfterTheLastDay() {
        var deadline = RECKONER.deadline(days(7), at("2025-07-01T09:00"));

        assertThat(deadline.lastDay()).isEqualTo(LocalDate.parse("2025-07-08"));
        assertThat(deadline.due()).isEqualTo(at("2025-07-09T00:00")).isEqualTo(endOf("2025-07-08"));
    }

    @Test
    void takeTheDayOfTheEventFromTheLocalCalendar() {
        var lateEvening = RECKONER.deadline(days(3), at("2025-07-01T23:59:59"));
        var midnight = RECKONER.deadline(days(3), at("2025-07-02T00:00"));

        assertThat(lateEvening.due()).isEqualTo(endOf("2025-07-04"));
        assertThat(midnight.due()).isEqualTo(endOf("2025-07-05"));
    }

    @Test
    void mayCountTheStartDay() {
        var deadline = RECKONER.deadline(daysWithStart(7), at("2025-07-01T09:00"));

        assertThat(deadline.due()).isEqualTo(endOf("2025-07-07"));
        assertThat(deadline.steps())
                .extracting(Step::kind)
                .containsExactly(Kind.DAYS_COUNTED_WITH_START);
    }

    @Test
    void crossMonthsYearsAndTheLeapDay() {
        assertThat(RECKONER.deadline(days(3), at("2024-02-27T08:00")).due())
                .isEqualTo(endOf("2024-03-01"));
        assertThat(RECKONER.deadline(days(3), at("2025-02-27T08:00")).due())
                .isEqualTo(endOf("2025-03-02"));
        assertThat(RECKONER.deadline(days(20), at("2025-12-20T08:00")).due())
                .isEqualTo(endOf("2026-01-09"));
    }

    @Test
    void keepAWeekendAsLastDayUnlessTheRuleRolls() {
        assertThat(RECKONER.deadline(days(3), at("2025-07-02T08:00")).due())
                .isEqualTo(endOf("2025-07-05"));
        assertThat(RECKONER.deadline(rollingDays(3), at("2025-07-02T08:00")).due())
                .isEqualTo(endOf("2025-07-07"));
    }

    @Test
    void alertByTheReadingThatCountsTheStartDayAndDoesNotRoll() {
        var deadline = RECKONER.deadline(rollingDays(20), at("2025-03-10T08:00"));

        assertThat(deadline.due()).isEqualTo(endOf("2025-03-31"));
        assertThat(deadline.earliest()).isEqualTo(endOf("2025-03-29"));
    }
}
