package haicap.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void areReadableInAnAddress() {
        assertThat(Ids.next("cr")).matches("cr-[0-9a-hjkmnp-tv-z]{26}");
    }

    @Test
    void neverRepeat() {
        var ids = Stream.generate(() -> Ids.next("x")).limit(100_000).collect(Collectors.toSet());
        assertThat(ids).hasSize(100_000);
    }

    @Test
    void sortByTheMomentOfTheirMaking() throws InterruptedException {
        var earlier = Ids.next("x");
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() == now) {
            Thread.onSpinWait();
        }
        assertThat(Ids.next("x")).isGreaterThan(earlier);
    }
}
