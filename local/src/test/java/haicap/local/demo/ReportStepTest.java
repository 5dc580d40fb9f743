package haicap.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReportStepTest {

    private static final long SEED = 7;

    private final Chance chance = new Chance(new SplittableRandom(SEED));

    @Test
    void aReportIsDecidedOnlyAfterItWasHandedOverAndGivenToSomebody() {
        for (var way : ways()) {
            var decided =
                    way.contains(ReportStep.INSTITUTION)
                            || way.contains(ReportStep.NON_INSTITUTION);
            assertThat(way.contains(ReportStep.HAND_OVER)).as("%s", way).isEqualTo(decided);
            assertThat(way.contains(ReportStep.ASSIGNMENT_AT_AGENCY)).isEqualTo(decided);
        }
    }

    @Test
    void noStepIsTakenTwice() {
        assertThat(ways()).allSatisfy(way -> assertThat(way).doesNotHaveDuplicates());
    }

    @Test
    void everyStepIsTakenBySomeReport() {
        assertThat(ways().stream().flatMap(List::stream).distinct())
                .containsExactlyInAnyOrder(ReportStep.values());
    }

    private List<List<ReportStep>> ways() {
        var ways = new ArrayList<List<ReportStep>>();
        for (var number = 0; number < 500; number++) {
            var way = new ArrayList<ReportStep>();
            for (var step = Optional.of(ReportStep.CLASSIFICATION);
                    step.isPresent();
                    step = step.get().next(chance)) {
                way.add(step.get());
            }
            ways.add(way);
        }
        return ways;
    }
}
