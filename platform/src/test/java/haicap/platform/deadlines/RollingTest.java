package haicap.platform.deadlines;

import static haicap.platform.deadlines.Terms.RECKONER;
import static haicap.platform.deadlines.Terms.at;
import static haicap.platform.deadlines.Terms.endOf;
import static haicap.platform.deadlines.Terms.rollingDays;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.deadlines.Step.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RollingTest {

    @Test
    void explainsEachDayThatItPassesOver() {
        var deadline = RECKONER.deadline(rollingDays(3), at("2025-01-24T08:00"));

        assertThat(deadline.due()).isEqualTo(endOf("2025-02-03"));
        assertThat(deadline.steps())
                .extracting(Step::kind)
                .containsExactly(
                        Kind.DAYS_COUNTED_AFTER_START,
                        Kind.DAY_OFF_ROLLED_OVER,
                        Kind.DAY_OFF_ROLLED_OVER,
                        Kind.DAY_OFF_ROLLED_OVER,
                        Kind.DAY_OFF_ROLLED_OVER,
                        Kind.DAY_OFF_ROLLED_OVER,
                        Kind.DAY_OFF_ROLLED_OVER,
                        Kind.DAY_OFF_ROLLED_OVER);
        assertThat(deadline.steps().get(1).nameVi()).isEqualTo("Tết Nguyên đán");
        assertThat(deadline.steps().getLast().day()).isEqualTo(LocalDate.parse("2025-02-02"));
    }

    @Test
    void leavesAWorkingLastDayAlone() {
        var deadline = RECKONER.deadline(rollingDays(3), at("2025-07-07T08:00"));

        assertThat(deadline.due()).isEqualTo(endOf("2025-07-10"));
        assertThat(deadline.steps()).hasSize(1);
    }

    @Test
    void stopsAtASwappedWorkingSaturday() {
        assertThat(RECKONER.deadline(rollingDays(3), at("2025-04-23T08:00")).due())
                .isEqualTo(endOf("2025-04-26"));
    }

    @Test
    void passesSwappedDaysOffAndSubstitutes() {
        assertThat(RECKONER.deadline(rollingDays(3), at("2025-04-29T08:00")).due())
                .isEqualTo(endOf("2025-05-05"));
        assertThat(RECKONER.deadline(rollingDays(3), at("2024-02-10T08:00")).due())
                .isEqualTo(endOf("2024-02-15"));
    }

    @Test
    void saysWhenADayOffIsToBeConfirmed() {
        var deadline = RECKONER.deadline(rollingDays(3), at("2026-11-21T08:00"));

        assertThat(deadline.due()).isEqualTo(endOf("2026-11-25"));
        assertThat(deadline.steps().getLast().certainty()).isEqualTo(Certainty.TO_CONFIRM);
    }

    @Test
    void saysWhenAWorkingDayIsToBeConfirmed() {
        var deadline = RECKONER.deadline(rollingDays(3), at("2026-01-07T08:00"));

        assertThat(deadline.due()).isEqualTo(endOf("2026-01-10"));
        assertThat(deadline.steps().getLast())
                .isEqualTo(
                        new Step(
                                Kind.CALENDAR_UNSURE,
                                LocalDate.parse("2026-01-10"),
                                "Làm bù",
                                "Swapped working Saturday",
                                Certainty.TO_CONFIRM));
    }

    @Test
    void saysWhenTheYearsListIsNotOut() {
        var tetOf2027 = RECKONER.deadline(rollingDays(3), at("2027-02-05T08:00"));

        assertThat(tetOf2027.due()).isEqualTo(endOf("2027-02-08"));
        assertThat(tetOf2027.steps().getLast().kind()).isEqualTo(Kind.CALENDAR_UNSURE);
        assertThat(tetOf2027.steps().getLast().certainty()).isEqualTo(Certainty.STATUTORY);
    }

    @Test
    void saysWhenItReachesBeyondTheTable() {
        var deadline = RECKONER.deadline(rollingDays(3), at("2031-07-07T08:00"));

        assertThat(deadline.due()).isEqualTo(endOf("2031-07-10"));
        assertThat(deadline.steps().getLast().kind()).isEqualTo(Kind.CALENDAR_UNSURE);
        assertThat(deadline.steps().getLast().certainty()).isEqualTo(Certainty.BEYOND_TABLE);
    }

    @Test
    void crossesIntoAYearThatIsLessSure() {
        var deadline = RECKONER.deadline(rollingDays(20), at("2026-12-12T08:00"));

        assertThat(deadline.due()).isEqualTo(endOf("2027-01-04"));
        assertThat(deadline.steps())
                .extracting(Step::certainty)
                .containsExactly(
                        null,
                        Certainty.STATUTORY,
                        Certainty.STATUTORY,
                        Certainty.STATUTORY,
                        Certainty.STATUTORY);
    }
}
