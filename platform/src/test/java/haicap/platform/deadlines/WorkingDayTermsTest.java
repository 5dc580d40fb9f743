package haicap.platform.deadlines;

import static haicap.platform.deadlines.Terms.RECKONER;
import static haicap.platform.deadlines.Terms.at;
import static haicap.platform.deadlines.Terms.endOf;
import static haicap.platform.deadlines.Terms.workingDays;
import static haicap.platform.deadlines.Terms.workingDaysWithStart;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.deadlines.Step.Kind;
import org.junit.jupiter.api.Test;

class WorkingDayTermsTest {

    @Test
    void skipWeekends() {
        assertThat(RECKONER.deadline(workingDays(5), at("2025-07-02T08:00")).due())
                .isEqualTo(endOf("2025-07-09"));
    }

    @Test
    void skipTetDayByDay() {
        var deadline = RECKONER.deadline(workingDays(2), at("2025-01-24T08:00"));

        assertThat(deadline.due()).isEqualTo(endOf("2025-02-04"));
        assertThat(deadline.steps())
                .filteredOn(step -> step.kind() == Kind.DAY_OFF_NOT_COUNTED)
                .hasSize(9);
    }

    @Test
    void countSwappedWorkingSaturdays() {
        assertThat(RECKONER.deadline(workingDays(1), at("2025-04-25T08:00")).due())
                .isEqualTo(endOf("2025-04-26"));
    }

    @Test
    void mayCountAWorkedStartDay() {
        assertThat(RECKONER.deadline(workingDaysWithStart(1), at("2025-07-02T08:00")).due())
                .isEqualTo(endOf("2025-07-02"));
        assertThat(RECKONER.deadline(workingDaysWithStart(1), at("2025-07-05T08:00")).due())
                .isEqualTo(endOf("2025-07-07"));
    }

    @Test
    void alertByTheReadingThatCountsTheStartDay() {
        assertThat(RECKONER.deadline(workingDays(3), at("2025-07-02T08:00")).earliest())
                .isEqualTo(endOf("2025-07-04"));
    }

    @Test
    void doubtADayOfAYearWhoseListIsNotOut() {
        assertThat(RECKONER.deadline(workingDays(1), at("2027-02-08T08:00")).steps())
                .extracting(Step::kind)
                .containsExactly(Kind.DAYS_COUNTED_AFTER_START, Kind.CALENDAR_UNSURE);
    }
}
