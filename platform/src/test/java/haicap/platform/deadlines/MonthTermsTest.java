package haicap.platform.deadlines;

import static haicap.platform.deadlines.Terms.RECKONER;
import static haicap.platform.deadlines.Terms.at;
import static haicap.platform.deadlines.Terms.endOf;
import static haicap.platform.deadlines.Terms.months;
import static haicap.platform.deadlines.Terms.rollingMonths;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.deadlines.Step.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthTermsTest {

    @ParameterizedTest
    @CsvSource({
        "2025-07-15, 2, 2025-09-15",
        "2025-12-15, 2, 2026-02-15",
        "2025-01-28, 1, 2025-02-28",
        "2025-02-28, 1, 2025-03-28",
        "2024-02-29, 12, 2025-02-28",
        "2024-02-29, 48, 2028-02-29",
        "2025-08-31, 1, 2025-09-30",
    })
    void endOnTheSameDayNumberOrTheMonthsLastDay(String start, int amount, String last) {
        assertThat(RECKONER.deadline(months(amount), at(start + "T17:00")).due())
                .isEqualTo(endOf(last));
    }

    @Test
    void sayThatTheMonthEndWasTaken() {
        var common = RECKONER.deadline(months(1), at("2025-01-31T08:00"));
        var leap = RECKONER.deadline(months(1), at("2024-01-31T08:00"));

        assertThat(common.due()).isEqualTo(endOf("2025-02-28"));
        assertThat(leap.due()).isEqualTo(endOf("2024-02-29"));
        assertThat(common.steps()).extracting(Step::kind).containsExactly(Kind.MONTH_END_TAKEN);
    }

    @Test
    void rollToTheNextWorkingDayButAlertByTheUnrolledDate() {
        var deadline = RECKONER.deadline(rollingMonths(2), at("2025-07-02T08:00"));

        assertThat(deadline.due()).isEqualTo(endOf("2025-09-03"));
        assertThat(deadline.earliest()).isEqualTo(endOf("2025-09-02"));
    }

    @Test
    void rollFromAMonthEndIntoTheNextMonth() {
        assertThat(RECKONER.deadline(rollingMonths(1), at("2026-01-31T08:00")).due())
                .isEqualTo(endOf("2026-03-02"));
    }
}
