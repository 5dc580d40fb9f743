package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.reporting.facts.Passage.Days;
import haicap.reporting.facts.Passage.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PassageTest {

    private static final Instant MORNING = Instant.parse("2025-10-14T02:00:00Z");
    private static final Instant NOON = Instant.parse("2025-10-14T05:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2025-10-14T17:00:00Z");

    @Test
    void crossesNoMidnightWithinADay() {
        assertThat(new Passage(MORNING, NOON).days()).isEmpty();
        assertThat(new Passage(MORNING, NOON).months()).isEmpty();
    }

    @Test
    void passesTheSameLinesForwardAndBack() {
        var there = new Passage(MORNING, NEXT_DAY);
        var back = new Passage(NEXT_DAY, MORNING);
        assertThat(back.due()).isEqualTo(there.due()).isEqualTo(new Stretch(MORNING, NEXT_DAY));
        assertThat(back.days()).isEqualTo(there.days());
        assertThat(back.months()).isEqualTo(there.months());
    }

    @Test
    void namesTheDaysAndTheEarlierOfTheMonthsThatItConnects() {
        var passage = new Passage(NOON, NEXT_DAY);
        assertThat(passage.days())
                .contains(new Days(LocalDate.parse("2025-10-14"), LocalDate.parse("2025-10-15")));
        assertThat(passage.months()).contains(Instant.parse("2025-09-14T17:00:00Z"));
    }
}
