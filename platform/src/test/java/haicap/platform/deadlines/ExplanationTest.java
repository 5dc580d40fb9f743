package haicap.platform.deadlines;

import static haicap.platform.deadlines.Terms.RECKONER;
import static haicap.platform.deadlines.Terms.at;
import static haicap.platform.deadlines.Terms.hours;
import static haicap.platform.deadlines.Terms.months;
import static haicap.platform.deadlines.Terms.rollingDays;
import static haicap.platform.deadlines.Terms.workingDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Locale VIETNAMESE = Locale.of("vi");

    @Test
    void namesTheHolidayAndItsCertainty() {
        assertThat(told(rollingDays(3), at("2026-11-21T08:00"), VIETNAMESE))
                .containsExactly(
                        "3 ngày, không tính ngày bắt đầu; ngày cuối là 24/11/2026",
                        "24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam; chờ xác nhận), chuyển sang"
                                + " ngày kế tiếp (áp dụng Điều 134 BLTTHS cho thời hạn theo ngày:"
                                + " chờ xác nhận)");
        assertThat(told(rollingDays(3), at("2026-11-21T08:00"), Locale.ENGLISH).getLast())
                .contains("Vietnam Culture Day; to be confirmed");
    }

    @Test
    void saysThatTheCalendarEnds() {
        assertThat(told(workingDays(1), at("2031-07-07T08:00"), VIETNAMESE))
                .containsExactly(
                        "1 ngày làm việc, không tính ngày bắt đầu; ngày cuối là 08/07/2031",
                        "08/07/2031: ngoài phạm vi bảng ngày nghỉ, có thể là ngày nghỉ");
    }

    @Test
    void speaksOfHoursAndMonths() {
        assertThat(told(hours(24), at("2025-07-01T08:00"), Locale.ENGLISH).getFirst())
                .startsWith("24 hours without a break");
        assertThat(told(months(1), at("2025-01-31T08:00"), VIETNAMESE).getFirst())
                .contains("không có ngày trùng")
                .endsWith("28/02/2025");
    }

    private static List<String> told(Rule rule, Instant start, Locale locale) {
        return RECKONER.deadline(rule, start).steps().stream()
                .map(step -> Explanation.of(rule, step, locale))
                .toList();
    }
}
