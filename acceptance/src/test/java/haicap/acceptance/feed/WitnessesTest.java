package haicap.acceptance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A witness that never objects would prove nothing. */
class WitnessesTest {

    @Test
    void versionsThatRiseByOneAreInOrderEvenWhenSomeAreSentAgain() {
        var order = VersionOrder.of(versions(1, 2, 1, 2, 3));

        assertThat(order.broken()).isEmpty();
        assertThat(order.resent()).isEqualTo(2);
    }

    @Test
    void aVersionThatComesTooEarlyIsABreach() {
        assertThat(VersionOrder.of(versions(1, 3, 2)).broken()).hasSize(1);
        assertThat(VersionOrder.of(versions(2)).broken()).hasSize(1);
    }

    @Test
    void aMissingOrRepeatedPositionIsAGap() {
        assertThat(Positions.gaps("1-4", List.of("1-5", "1-6"))).isEmpty();
        assertThat(Positions.gaps("1-4", List.of("1-6"))).hasSize(1);
        assertThat(Positions.gaps("1-4", List.of("1-5", "1-5"))).hasSize(1);
    }

    @Test
    void aRaisedIncarnationCountsOnAndNeverBack() {
        assertThat(Positions.gaps("1-4", List.of("2-5"))).isEmpty();
        assertThat(Positions.gaps("1-4", List.of("2-6"))).hasSize(1);
        assertThat(Positions.gaps("2-4", List.of("1-5"))).hasSize(1);
    }

    private static List<Record> versions(long... counters) {
        return java.util.Arrays.stream(counters)
                .mapToObj(n -> new Record("topic", "key", "type", "unit", "1-" + n, "", ""))
                .toList();
    }
}
