package haicap.inspection.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkDaysTests {

    @Test
    void spreadsVisitsEvenlyOverWorkedDays() {
        assertThat(days("2025-10-03", "2025-10-08", 4))
                .containsExactly("2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08");
        assertThat(days("2025-10-06", "2025-10-09", 2)).containsExactly("2025-10-06", "2025-10-08");
        assertThat(days("2025-10-06", "2025-10-07", 4))
                .containsExactly("2025-10-06", "2025-10-06", "2025-10-07", "2025-10-07");
    }

    @Test
    void takesDaysOffWhenThereAreNoOthers() {
        assertThat(days("2025-10-04", "2025-10-05", 2)).containsExactly("2025-10-04", "2025-10-05");
    }

    private static List<String> days(String first, String last, int visits) {
        var days = WorkDays.of(LocalDate.parse(first), LocalDate.parse(last));
        return IntStream.range(0, visits).mapToObj(i -> days.of(i, visits).toString()).toList();
    }
}
