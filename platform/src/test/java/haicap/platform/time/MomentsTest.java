package haicap.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.problems.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final Instant NOW = Instant.parse("2025-10-01T18:00:00Z");

    private final Moments moments = new Moments(NOW);

    @Test
    void daysRunFrom2000ToTomorrowByTheLocalCalendar() {
        assertThat(moments.check("/d", LocalDate.parse("1999-12-31"))).hasSize(1);
        assertThat(moments.check("/d", LocalDate.parse("2000-01-01"))).isEmpty();
        assertThat(moments.check("/d", LocalDate.parse("2025-10-03"))).isEmpty();
        assertThat(moments.check("/d", LocalDate.parse("2025-10-04"))).hasSize(1);
    }

    @Test
    void clocksMayDifferByAMinute() {
        assertThat(moments.check("/i", NOW.plus(Duration.ofSeconds(60)))).isEmpty();
        assertThat(moments.check("/i", NOW.plus(Duration.ofSeconds(61))))
                .extracting(Fault::code)
                .containsExactly("instant-in-future");
        assertThat(moments.check("/i", Instant.parse("1999-12-31T00:00:00Z")))
                .extracting(Fault::code)
                .containsExactly("instant-too-early");
    }

    @Test
    void aDecisionIsNotOlderThanWhatItDecidesOn() {
        assertThat(moments.checkDecision("/decidedAt", NOW.minusSeconds(61), NOW)).hasSize(1);
        assertThat(moments.checkDecision("/decidedAt", NOW.minusSeconds(60), NOW)).isEmpty();
    }
}
