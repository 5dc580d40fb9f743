package haicap.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayTest {

    @Test
    void moreReportsAreTakenDownThanTakenFurther() {
        var takenDown = lots().filter(lot -> Day.goesOn(lot).isEmpty()).count();
        var takenFurther =
                lots().filter(lot -> Day.goesOn(lot).equals(Optional.of(Business.REPORTS))).count();

        assertThat(takenDown).isGreaterThan(takenFurther);
    }

    @Test
    void everyKindOfBusinessGoesOn() {
        assertThat(lots().mapToObj(Day::goesOn).flatMap(Optional::stream).distinct())
                .containsExactlyInAnyOrder(Business.values());
    }

    private static IntStream lots() {
        return IntStream.range(0, 100).filter(lot -> !Day.raisesObstacle(lot));
    }
}
