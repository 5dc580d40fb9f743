package haicap.platform.deadlines;

import static haicap.platform.deadlines.Terms.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockStateTest {

    private final Instant due = at("2025-07-09T00:00");

    @Test
    void runsUntilTheVeryInstantAtWhichItIsLate() {
        assertThat(Deadline.state(due, null, due.minusNanos(1))).isEqualTo(ClockState.RUNNING);
        assertThat(Deadline.state(due, null, due)).isEqualTo(ClockState.OVERDUE);
    }

    @Test
    void staysMetWhateverTheTimeNow() {
        assertThat(Deadline.state(due, due.minusSeconds(1), due.plusSeconds(9)))
                .isEqualTo(ClockState.MET);
        assertThat(Deadline.state(due, due, due.plusSeconds(9))).isEqualTo(ClockState.MET_LATE);
    }
}
