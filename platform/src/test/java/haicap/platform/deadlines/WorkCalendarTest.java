package haicap.platform.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private final WorkCalendar calendar = WorkCalendar.ofSeeds();

    @ParameterizedTest
    @CsvSource({
        "2025-07-01, true, PUBLISHED",
        "2025-07-05, false, PUBLISHED",
        "2025-01-29, false, PUBLISHED",
        "2025-04-26, true, PUBLISHED",
        "2025-05-02, false, PUBLISHED",
        "2026-01-02, false, TO_CONFIRM",
        "2026-08-22, true, TO_CONFIRM",
        "2026-07-01, true, PUBLISHED",
        "2027-09-02, false, STATUTORY",
        "2027-07-01, true, STATUTORY",
        "2023-07-03, true, BEYOND_TABLE",
        "2028-07-03, true, BEYOND_TABLE",
    })
    void knowsADayAndHowSureItIs(LocalDate date, boolean worked, Certainty certainty) {
        assertThat(calendar.day(date))
                .extracting(Day::worked, Day::certainty)
                .containsExactly(worked, certainty);
    }

    @Test
    void refusesADayThatStandsTwice() {
        var day = calendar.day(LocalDate.parse("2025-01-29"));

        assertThatThrownBy(() -> new WorkCalendar(List.of(day, day)))
                .hasMessageContaining("2025-01-29");
    }
}
