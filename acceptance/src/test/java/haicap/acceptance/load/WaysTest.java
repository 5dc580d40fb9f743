package haicap.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaysTest {

    private static final long SEED = 126;

    @Test
    void noWayDoesTwiceWhatIsToldUnderTheSameName() {
        assertThat(all().toList())
                .allSatisfy(way ->
                        assertThat(way.stream().map(Step::activity)).doesNotHaveDuplicates());
    }

    @Test
    void everyStepIsOnSomeWay() {
        assertThat(all().flatMap(List::stream).distinct()).containsExactlyInAnyOrder(Step.values());
    }

    @Test
    void everyTurnComes() {
        var random = new SplittableRandom(SEED);

        assertThat(IntStream.range(0, 1_000).mapToObj(n -> Turn.drawn(random)).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Turn.values()));
    }

    private static Stream<List<Step>> all() {
        return Stream.of(
                        Ways.OF_REPORTS,
                        Ways.OF_OBSTACLES,
                        List.of(Ways.OF_VISITS),
                        Ways.OF_FINDINGS)
                .flatMap(List::stream);
    }
}
