package haicap.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.local.parts.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockShiftTest {

    @ParameterizedTest
    @CsvSource({
        "+3d,PT72H",
        "3d,PT72H",
        "-2h30m,PT-2H-30M",
        "+1d12h,PT36H",
        "+PT5M,PT5M",
        "-P1D,PT-24H",
        "+45s,PT45S"
    })
    void readsWhatPeopleType(String step, Duration expected) {
        assertThat(ClockShift.NONE.plus(step).ahead()).isEqualTo(expected);
    }

    @Test
    void stepsAddUp() {
        assertThat(ClockShift.NONE.plus("+3d").plus("-1d").plus("+1h").ahead())
                .isEqualTo(Duration.ofHours(49));
    }

    @Test
    void survivesTheFile() {
        var shift = ClockShift.NONE.plus("-2h30m");

        assertThat(ClockShift.parse(shift.ahead().toString() + "\n")).isEqualTo(shift);
        assertThat(ClockShift.parse("")).isEqualTo(ClockShift.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "+3", "d3", "--1d", "+99999d"})
    void refusesTheRest(String step) {
        assertThatThrownBy(() -> ClockShift.NONE.plus(step)).isInstanceOf(Failure.class);
    }
}
