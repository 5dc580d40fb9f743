package haicap.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingMonthTest {

    @ParameterizedTest
    @CsvSource({
        "2025-10-14T16:59:59Z, 2025-09-14T17:00:00Z, 2025-10-14T17:00:00Z",
        "2025-10-14T17:00:00Z, 2025-10-14T17:00:00Z, 2025-11-14T17:00:00Z",
        "2026-01-01T00:00:00Z, 2025-12-14T17:00:00Z, 2026-01-14T17:00:00Z",
        "2026-03-31T03:00:00Z, 2026-03-14T17:00:00Z, 2026-04-14T17:00:00Z",
    })
    void runsFromThe15thToThe14thByTheLocalCalendar(Instant at, Instant from, Instant to) {
        var month = ReportingMonth.of(at);
        assertThat(month.from()).isEqualTo(from);
        assertThat(month.until()).isEqualTo(to);
    }
}
