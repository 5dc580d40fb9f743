package haicap.platform.deadlines;

import static haicap.platform.deadlines.Terms.RECKONER;
import static haicap.platform.deadlines.Terms.at;
import static haicap.platform.deadlines.Terms.hours;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.deadlines.Step.Kind;
import org.junit.jupiter.api.Test;

class HourTermsTest {

    @Test
    void runFromInstantToInstant() {
        var deadline = RECKONER.deadline(hours(24), at("2025-07-02T10:15:30.123456"));

        assertThat(deadline.due()).isEqualTo(at("2025-07-03T10:15:30.123456"));
        assertThat(deadline.lastDay()).isNull();
    }

    @Test
    void runThroughNightsWeekendsAndTet() {
        var fridayEvening = RECKONER.deadline(hours(24), at("2025-07-04T23:00"));
        var tetEve = RECKONER.deadline(hours(24), at("2025-01-27T22:30"));

        assertThat(fridayEvening.due()).isEqualTo(at("2025-07-05T23:00"));
        assertThat(tetEve.due()).isEqualTo(at("2025-01-28T22:30"));
    }

    @Test
    void haveOneReadingAndOneStep() {
        var deadline = RECKONER.deadline(hours(24), at("2027-02-06T08:00"));

        assertThat(deadline.earliest()).isEqualTo(deadline.due());
        assertThat(deadline.steps()).extracting(Step::kind).containsExactly(Kind.HOURS_COUNTED);
    }

    @Test
    void crossTheLeapDay() {
        assertThat(RECKONER.deadline(hours(24), at("2024-02-28T12:00")).due())
                .isEqualTo(at("2024-02-29T12:00"));
        assertThat(RECKONER.deadline(hours(24), at("2025-02-28T12:00")).due())
                .isEqualTo(at("2025-03-01T12:00"));
    }
}
